"""What the two records say differently, and which of the two words counts: side by side, for the page and the merge."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.models import Address, ContactDetail, GpRegistration, Name, Person
from marketcross.web.people.vocabulary import AddressKind, NameKind, Sex

KEPT, GONE = "kept", "gone"
Choices = Mapping[str, str]  # the name of a side to KEPT or GONE; what is not named is KEPT

# A choice to the columns of Person that it decides.
COLUMNS = {
    "born": ("born_on", "born_about"),
    "sex": ("sex",),
    "died": ("died_on",),
    "language": ("language", "interpreter"),
    "reach_by": ("reach_by",),
}
_TITLES = {
    "born": _("Date of birth"),
    "sex": _("Sex"),
    "died": _("Date of death"),
    "language": _("First language"),
    "reach_by": _("How to reach them"),
    "name": _("Name used"),
    "home": _("Where they live"),
    "gp": _("GP practice"),
    "preferred": _("Preferred way to be reached"),
}
_EMPTY = (None, "", Sex.UNKNOWN, False)


@dataclass(frozen=True, slots=True)
class Side:
    """One thing that both records say, each in its own way."""

    name: str
    title: Any
    kept: str
    gone: str


def columns_to_take(kept: Person, gone: Person, choices: Choices) -> Iterator[tuple[str, Any]]:
    """Each column of the kept record that takes another value: chosen, or empty until now."""
    for name, columns in COLUMNS.items():
        empty = all(getattr(kept, column) in _EMPTY for column in columns)
        said = any(getattr(gone, column) not in _EMPTY for column in columns)
        if said and (empty or choices.get(name) == GONE):
            yield from ((c, getattr(gone, c)) for c in columns if getattr(gone, c) != getattr(kept, c))
    needs = sorted({*kept.access_needs, *gone.access_needs})
    if needs != sorted(kept.access_needs):
        yield "access_needs", needs
    if gone.restricted and not kept.restricted:
        yield "restricted", True


def sides(kept: Person, gone: Person) -> list[Side]:
    """What somebody has to choose between: where both say something and not the same."""
    told = {name: (_column_words(kept, name), _column_words(gone, name)) for name in COLUMNS}
    told |= {
        name: (_row_words(kept.pk, name), _row_words(gone.pk, name)) for name in ("name", "home", "gp", "preferred")
    }
    return [Side(name, _TITLES[name], a, b) for name, (a, b) in told.items() if a and b and a != b]


def _column_words(person: Person, name: str) -> str:
    first = COLUMNS[name][0]
    display = getattr(person, f"get_{first}_display", None)
    if name == "born":
        return f"{person.born_on:%-d %B %Y}" if person.born_on else str(person.born_about or "")
    value = getattr(person, first)
    return str(display() if display else value) if value not in _EMPTY else ""


def rows_of(person: UUID, name: str) -> QuerySet[Any]:
    """The rows, of which a person can have one at a time, that a choice is about."""
    return {
        "name": Name.objects.filter(person=person, kind=NameKind.USED),
        "home": Address.objects.filter(person=person, kind__in=[AddressKind.HOME, AddressKind.NO_FIXED_ADDRESS]),
        "gp": GpRegistration.objects.filter(person=person),
        "preferred": ContactDetail.objects.filter(person=person, preferred=True),
    }[name]


def _row_words(person: UUID, name: str) -> str:
    row = rows_of(person, name).filter(ends_on__isnull=True).first()
    words = {"name": ("whole",), "home": ("lines", "postcode"), "gp": ("practice",), "preferred": ("value",)}[name]
    return ", ".join(getattr(row, word) for word in words if getattr(row, word)) if row else ""
