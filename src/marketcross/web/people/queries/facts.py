"""The facts of a person on a day, of whatever kind, in one query: the page that is opened most shows them all."""

from datetime import date
from typing import Any

from django.db.models import BooleanField, CharField, F, QuerySet, Value

from marketcross.web.core.queries import in_force
from marketcross.web.people.models import Address, ContactDetail, GpRegistration, Identifier, Name, Person
from marketcross.web.people.models.identifier import NHS
from marketcross.web.people.vocabulary import AddressKind, ContactKind, NameKind

COLUMNS = ("born_on", "born_about", "sex", "died_on", "reach_by", "language", "interpreter", "access_needs")
HOMES = (AddressKind.HOME, AddressKind.NO_FIXED_ADDRESS)


def facts_of(person: Person, on: date) -> dict[str, Any]:
    """The value of each of ``people.fields`` on a day, in the form in which history holds it; absent where none is."""
    return facts_and_addresses(person, on)[0]


def facts_and_addresses(person: Person, on: date) -> tuple[dict[str, Any], list[Address]]:
    """As ``facts_of``, and where somebody stays for now or has letters sent (not to be saved)."""
    facts: dict[str, Any] = {name: getattr(person, name) for name in COLUMNS}
    others = []
    for what, kind, value, more, preferred, safe in _rows(person, on):
        if what == "name":
            facts["name" if kind == NameKind.USED else "legal_name"] = value
        elif what == "address" and kind in HOMES:
            facts["home"] = {"kind": kind, "lines": value, "postcode": more}
        elif what == "address":
            others.append(Address(person=person, kind=kind, lines=value, postcode=more))
        elif what == "contact":
            facts[kind] = {"value": value, "preferred": preferred, "safe": safe}
        else:
            facts[what] = f"{value} {more}".strip()
    return {name: value for name, value in facts.items() if value not in (None, "", [])}, others


def _rows(person: Person, on: date) -> QuerySet[Any, Any]:
    """Rows ``(what, kind, value, more, preferred, safe)`` of five tables."""
    names = Name.objects.filter(kind__in=[NameKind.USED, NameKind.LEGAL])
    numbers, ways = Identifier.objects.filter(system=NHS), ContactDetail.objects.exclude(kind=ContactKind.OTHER)
    each = (
        _of(ways, "contact", F("kind"), F("value"), preferred=F("preferred"), safe=F("safe")),
        _of(names, "name", F("kind"), F("whole")),
        _of(Address.objects.all(), "address", F("kind"), F("lines"), F("postcode")),
        _of(numbers, "nhs_number", _TEXT, F("value")),
        _of(GpRegistration.objects.all(), "gp", _TEXT, F("practice"), F("code")),
    )
    first, *rest = (rows.filter(in_force(on), person=person) for rows in each)
    return first.union(*rest, all=True)


_TEXT = Value("", output_field=CharField())
_FLAG = Value(False, output_field=BooleanField())


def _of(
    rows: QuerySet[Any], what: str, kind: Any, value: Any, more: Any = _TEXT, preferred: Any = _FLAG, safe: Any = _FLAG
) -> QuerySet[Any, Any]:
    said = {"of_kind": kind, "said": value, "more": more, "liked": preferred, "quiet": safe}
    named = rows.order_by().annotate(what=Value(what, output_field=CharField()), **said)
    return named.values_list("what", *said)
