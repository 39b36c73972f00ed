"""Names for places: readable, stable from build to build, and never given twice."""

import re
import unicodedata
from collections.abc import Iterable


def slug(text: str) -> str:
    """``More homes in Bootle`` becomes ``more-homes-in-bootle``; accents go, everything else that is no letter too."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].rstrip("-") or "x"


class Anchors:
    """Gives each place its name; where a name is taken, the next number after it.

    ``reserved`` are the places that the document is sure to have: sections and evidence.
    """

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self.reserved = frozenset(reserved)
        self._taken = set(self.reserved)

    def name(self, *words: str) -> str:
        wanted = "-".join(slug(word) if word else "" for word in words).strip("-")
        name, count = wanted, 1
        while name in self._taken:
            count += 1
            name = f"{wanted}-{count}"
        self._taken.add(name)
        return name


def evidence_anchor(fact: str) -> str:
    """Where a figure's evidence stands. Ids differ by their underscores, so these are kept."""
    return f"figure-{fact}"


def disagreement_anchor(relation: str) -> str:
    return f"relation-{relation}"
