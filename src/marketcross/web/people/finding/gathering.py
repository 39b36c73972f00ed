"""What the register holds by which people are found: of each record, and of those merged into it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from marketcross.web.people.models import Address, ContactDetail, Identifier, Name, Person
from marketcross.web.people.vocabulary import ContactKind, NameKind

from .keys import Facts, keys_of
from .words import plain

_RINGS = (ContactKind.TELEPHONE, ContactKind.MOBILE)


@dataclass(frozen=True, slots=True)
class Found:
    """The keys of one person, and the used name in plain letters, by which equals are sorted."""

    keys: set[str]
    sorts_as: str


@dataclass(slots=True)
class _Rows:
    """The rows of one record, with those of the records merged into it."""

    names: list[Name] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    contacts: list[ContactDetail] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)


def gathered(people: Iterable[Person], on: date) -> dict[UUID, Found]:
    """By key of the person. Names and numbers count whenever they held; addresses and ways to be reached while they do.

    The number of queries does not depend on how many people there are.
    """
    wanted = {person.pk: person for person in people}
    leads_to = _leads_to(list(wanted))
    rows = {key: _Rows() for key in wanted}
    holds = Q(person__in=leads_to) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    for name in Name.objects.filter(person__in=leads_to):
        rows[leads_to[name.person_id]].names.append(name)
    for number in Identifier.objects.filter(person__in=leads_to):
        rows[leads_to[number.person_id]].identifiers.append(number)
    for address in Address.objects.filter(holds):
        rows[leads_to[address.person_id]].addresses.append(address)
    for contact in ContactDetail.objects.filter(holds):
        rows[leads_to[contact.person_id]].contacts.append(contact)
    return {key: Found(keys_of(_facts(person, rows[key])), _sorts_as(rows[key])) for key, person in wanted.items()}


def _leads_to(people: list[UUID]) -> dict[UUID, UUID]:
    """Each of ``people`` and every record merged into one of them, however often, with where it leads."""
    leads = {key: key for key in people}
    while merged := Person.objects.filter(merged_into__in=list(leads)).exclude(pk__in=list(leads)):
        leads |= {one.pk: leads[one.merged_into_id] for one in merged if one.merged_into_id}
    return leads


def _facts(person: Person, rows: _Rows) -> Facts:
    return Facts(
        names=tuple(part for name in rows.names for part in (name.given, name.family) if part),
        wholes=tuple(name.whole for name in rows.names),
        born_on=person.born_on,
        born_about=person.born_about,
        numbers=tuple(one.value for one in rows.identifiers),
        telephones=tuple(one.value for one in rows.contacts if one.kind in _RINGS),
        emails=tuple(one.value for one in rows.contacts if one.kind == ContactKind.EMAIL),
        postcodes=tuple(one.postcode for one in rows.addresses if one.postcode),
        lines=tuple(one.lines for one in rows.addresses if one.lines),
    )


def _sorts_as(rows: _Rows) -> str:
    """The name used now, or else any."""
    used = [name for name in rows.names if name.kind == NameKind.USED and name.ends_on is None]
    return min((plain(name.whole) for name in used or rows.names), default="")
