"""What stands in the register's tables of a field, in the form in which history holds it: what a load left, which wrote
no history, is known from here."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils import timezone

from marketcross.web.people.models import Address, ContactDetail, GpRegistration, Identifier, Name, Person
from marketcross.web.people.vocabulary import AddressKind, ContactKind, NameKind

from .line import Said

NAMES = {"name": NameKind.USED, "legal_name": NameKind.LEGAL}
HOMES = (AddressKind.HOME, AddressKind.NO_FIXED_ADDRESS)


def stands(person: UUID, field: str) -> list[Said]:
    """The values with the days from which they hold and the moments at which the database wrote them."""
    if field in NAMES:
        rows: Any = Name.objects.filter(person=person, kind=NAMES[field])
    elif field == "home":
        rows = Address.objects.filter(person=person, kind__in=HOMES)
    elif field in ContactKind.values:
        rows = ContactDetail.objects.filter(person=person, kind=field)
    elif field == "gp":
        rows = GpRegistration.objects.filter(person=person)
    elif field == "nhs_number":
        rows = Identifier.objects.filter(person=person, system=field)
    else:
        return list(_of_column(person, field))
    return [Said(_value(row), row.starts_on, row.recorded_at, str(row.pk)) for row in rows]


def _of_column(person: UUID, field: str) -> Iterator[Said]:
    row = Person.objects.filter(pk=person).first()
    value = getattr(row, field, None)
    if row and value not in (None, "", []):
        yield Said(value, timezone.localdate(row.recorded_at), row.recorded_at, "")


def _value(row: Any) -> Any:
    if isinstance(row, Name):
        return row.whole
    if isinstance(row, Address):
        return {"kind": row.kind, "lines": row.lines, "postcode": row.postcode}
    if isinstance(row, ContactDetail):
        return {"value": row.value, "preferred": row.preferred, "safe": row.safe}
    return f"{row.practice} {row.code}".strip() if isinstance(row, GpRegistration) else row.value
