"""What belongs to a person and moves with them: every reference to a person, in whatever context, but for what is said.

Contexts name their models as text, ``"pathway.plan"``, when they start.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import models

from marketcross.web.people.models import Person


class Resolved(Enum):
    """What becomes of two rows that cannot both belong to the kept person."""

    BEHIND = "behind"  # the gone record's row stays with it: it says nothing new
    EXCHANGED = "exchanged"  # they change places: the gone record's row is the one that counts


Judge = Callable[[Any, Any], Resolved | None]  # (row of the kept, row of the gone) -> None: both may stand


@dataclass(frozen=True, slots=True)
class Kind:
    """One reference to a person: the model, the field, the judge of clashing rows, and the choice that overrules it."""

    model: type[models.Model]
    field: str
    judge: Judge | None = None
    choice: str = ""

    @property
    def label(self) -> str:
        return self.model._meta.label_lower


_judges: dict[tuple[str, str], tuple[Judge, str]] = {}
_stay: set[tuple[str, str]] = set()
_work: dict[str, Callable[[UUID], int]] = {}


def moves(model: str, field: str = "person") -> None:
    """Say that a reference moves. It would without: this only takes back a ``stays``."""
    _stay.discard((model.lower(), field))


def stays(model: str, field: str = "person") -> None:
    """A reference that a merge leaves where it is."""
    _stay.add((model.lower(), field))


def clash(model: str, field: str = "person", *, choice: str = "") -> Callable[[Judge], Judge]:
    """Register the judge of two rows that may not both belong to one person.

    Where somebody chose the gone record's side of ``choice``, rows that would stay behind are exchanged instead.
    """

    def register(judge: Judge) -> Judge:
        _judges[model.lower(), field] = (judge, choice)
        return judge

    return register


def open_work(name: str) -> Callable[[Callable[[UUID], int]], Callable[[UUID], int]]:
    """Register a count of open pieces of work of a person; where both have some, somebody must decide."""

    def register(count: Callable[[UUID], int]) -> Callable[[UUID], int]:
        _work[name] = count
        return count

    return register


def open_work_of(person: UUID) -> int:
    return sum(count(person) for count in _work.values())


def references() -> list[Any]:
    """Every reference to a person of any installed context, those without a name for the way back included."""
    fields = Person._meta.get_fields(include_hidden=True)
    return [one for one in fields if one.auto_created and not one.concrete and (one.one_to_many or one.one_to_one)]


def kinds() -> Iterator[Kind]:
    """Every reference to a person that moves, in an order that never changes."""
    found = [(one.related_model, one.field.name) for one in references()]
    for model, field in sorted(found, key=lambda one: (one[0]._meta.label_lower, one[1])):
        key = (model._meta.label_lower, field)
        if key not in _stay:
            yield Kind(model, field, *_judges.get(key, (None, "")))
