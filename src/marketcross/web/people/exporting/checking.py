"""What somebody looks over before it goes out, and what is left of it where parts are held back.

UK GDPR article 15(4) and the Data Protection Act 2018, schedule 2 paragraphs 16 and 17: who else is named must have
agreed, or it must be reasonable without. Those who work in health and social care are named. Schedule 3 is about harm.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marketcross.web.people.fields import FIELDS

from .kinds import kind_named, kinds
from .trail import HISTORY, LOOKED_OVER
from .wording import in_words, title_of

Place = tuple[str, int, str]  # kind, row, field; the kind of a row that stayed behind begins with BEHIND
BEHIND = "behind:"


@dataclass(frozen=True, slots=True)
class Item:
    """One text that may speak of somebody else."""

    place: Place
    section: str
    title: str
    words: str

    @property
    def key(self) -> str:
        kind, row, field = self.place
        return f"{kind}/{row}/{field}"


def to_look_over(held: dict[str, Any]) -> list[Item]:
    """Every text in which somebody wrote freely, in the order in which it will be read."""
    return [item for part, section in _sections(held) for item in _items(part, section)]


def _sections(held: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in ("record", "trail", "behind"):
        for section in held[part]:
            yield (BEHIND if part == "behind" else ""), section


def _items(prefix: str, section: dict[str, Any]) -> Iterator[Item]:
    kind = section["kind"]
    for number, row in enumerate(section["rows"]):
        for name, title, words in in_words(kind, row):
            if name in _open_fields(kind, row):
                yield Item((prefix + kind, number, name), title_of(kind), title, words)


def _open_fields(kind: str, row: Mapping[str, Any]) -> tuple[str, ...] | list[str]:
    """The fields of a row that were written freely. What came from elsewhere and is unknown here is all looked over."""
    if kind == HISTORY:
        return LOOKED_OVER[kind] if _was_free(row["what"], row["field"]) else ()
    known = kind_named(kind)
    if known:
        return known.looked_over
    return LOOKED_OVER.get(kind, () if kind.startswith("core.") else list(row))


def _was_free(what: str, field: str) -> bool:
    """Whether a former value was written freely: it is where its field is, and where nobody knows the field."""
    if what == "people.person":
        return field not in FIELDS
    own = [kind for kind in kinds() if kind.model._meta.label_lower == what]
    return not own or any(field in kind.looked_over for kind in own)


def _places(held: dict[str, Any]) -> Iterator[Place]:
    for prefix, section in _sections(held):
        for number, row in enumerate(section["rows"]):
            yield from ((prefix + section["kind"], number, name) for name in row)


def without(held: dict[str, Any], back: Mapping[Place, str]) -> dict[str, Any]:
    """What goes out: ``held`` without what is held ``back``, and the reasons for that, which name nothing.

    :raises KeyError: something that is held back is not there: what is held has changed since it was looked over.
    """
    if set(back) - set(_places(held)):
        raise KeyError("what is held has changed since it was looked over")
    out: dict[str, Any] = {"record": [], "trail": [], "behind": [], "held_back": sorted(back.values())}
    for part in ("record", "trail", "behind"):
        prefix = BEHIND if part == "behind" else ""
        for section in held[part]:
            rows = [
                {name: value for name, value in row.items() if (prefix + section["kind"], number, name) not in back}
                for number, row in enumerate(section["rows"])
            ]
            out[part].append({"kind": section["kind"], "rows": rows})
    return out
