"""The eligibility criteria as the law words them: conditions, outcomes, ways of being unable, and what follows.

Unlike a rate, a criterion is words: each provision has its citation, its wording, and where the wording was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from marketcross.law.reading import LawError, Reader

HERE = Path(__file__).resolve().parent / "eligibility"
_KNOWN = {"id", "law", "cite", "says", "plain", "code", "may_not_apply", "source", "verified", "when", "for"}
_HEAD = {"description", "law", "from", "until", "source", "verified"}


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: what the law ``says``, and ``plain`` words to read aloud (the same where none were needed).

    ``may_not_apply`` marks what somebody may simply not have; ``code`` is that of the open standard for care needs
    assessments; ``when`` and ``person`` say when a step follows, and for whom.
    """

    id: str
    cite: str
    says: str
    plain: str
    law: str
    source: str
    verified: bool
    code: str = ""
    may_not_apply: bool = False
    when: tuple[str, ...] = ()
    person: str = ""


@dataclass(frozen=True, slots=True)
class Criteria:
    """Regulation 2 or 3: in force from ``start``."""

    description: str
    law: str
    start: date
    conditions: tuple[Provision, ...]
    outcomes: tuple[Provision, ...]
    ways: tuple[Provision, ...]
    fluctuating: Provision
    carer_blind: Provision | None


@dataclass(frozen=True, slots=True)
class Interruption:
    """Days ``[start, until)`` on which the duties could be set aside."""

    start: date
    until: date
    provision: Provision


@dataclass(frozen=True, slots=True, eq=False)
class EligibilityLaw:
    """What a decision on eligibility rests on. ``bands`` are labels of old records: nothing computes with them."""

    adult: Criteria
    carer: Criteria
    areas: tuple[Provision, ...]
    follows: tuple[Provision, ...]
    interruptions: tuple[Interruption, ...]
    bands: tuple[Provision, ...]


@cache
def load_eligibility(folder: Path = HERE) -> EligibilityLaw:
    """Read the criteria. Raises LawError with all that is wrong."""
    files = {path.stem: _File(path) for path in sorted(folder.glob("*.yaml"))}
    adult, carer, areas, follows, facs = (files[n] for n in ("adult", "carer", "well_being", "follows", "facs"))
    law = EligibilityLaw(
        adult.criteria(),
        carer.criteria(),
        areas.provisions("areas"),
        follows.provisions("steps"),
        follows.interruptions(),
        facs.provisions("bands", cited=False),
    )
    problems = [problem for file in files.values() for problem in file.reader.problems]
    if problems:
        raise LawError(problems)
    return law


class _File:
    """One file under way: its head gives law, source and verified to provisions that do not say otherwise."""

    def __init__(self, path: Path) -> None:
        self.reader = Reader(path.name)
        self.fields = self.reader.parse(path.read_text(encoding="utf-8"))
        self.law, self.source = self.reader.text(self.fields, "law"), self.reader.text(self.fields, "source")
        self.reader.text(self.fields, "description")
        self.start = self.reader.day(self.fields, "from")
        if not isinstance(self.fields.get("verified"), bool):
            self.reader.problems.append(f"{path.name}: 'verified' must be true or false.")

    def criteria(self) -> Criteria:
        groups = {"conditions", "outcomes", "ways", "fluctuating", "carer_blind"}
        self.reader.only(self.fields, _HEAD | groups)
        blind = self.fields.get("carer_blind")
        return Criteria(
            self.fields["description"],
            self.law,
            self.start,
            self.provisions("conditions"),
            self.provisions("outcomes"),
            self.provisions("ways"),
            self.provision(self.fields["fluctuating"]),
            self.provision(blind) if blind else None,
        )

    def provisions(self, group: str, *, cited: bool = True) -> tuple[Provision, ...]:
        return tuple(self.provision(entry, cited=cited) for entry in self.fields.get(group) or [])

    def interruptions(self) -> tuple[Interruption, ...]:
        found = []
        for entry in self.fields.get("interruptions") or []:
            start, until = self.reader.day(entry, "from"), self.reader.day(entry, "until")
            words = {name: value for name, value in entry.items() if name not in ("from", "until")}
            found.append(Interruption(start, until, self.provision(words)))
        return tuple(found)

    def provision(self, entry: Mapping[str, Any], *, cited: bool = True) -> Provision:
        what = f"{entry.get('id')}: "
        self.reader.only(entry, _KNOWN, what)
        says = self.reader.text(entry, "says", what)
        return Provision(
            id=self.reader.text(entry, "id", what),
            cite=self.reader.text(entry, "cite", what) if cited else "",
            says=says,
            plain=entry.get("plain", says),
            law=entry.get("law", self.law),
            source=entry.get("source", self.source),
            verified=entry.get("verified", self.fields.get("verified") is True),
            code=entry.get("code", ""),
            may_not_apply=entry.get("may_not_apply", False),
            when=tuple(entry.get("when", ())),
            person=entry.get("for", ""),
        )
