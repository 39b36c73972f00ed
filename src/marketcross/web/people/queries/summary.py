"""A person in a line: what a list, a heading or a letter needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marketcross.web.core.queries import in_force, today
from marketcross.web.people.models import Address, Name, Person
from marketcross.web.people.vocabulary import AddressKind, NameKind
from marketcross.web.places.queries import Locality, localities_by_postcode


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """``name`` is whole; ``preferred_name`` is how to greet them; ``locality`` a council locality's code or empty,
    ``place`` its name."""

    id: UUID
    name: str
    preferred_name: str
    born_on: date | None
    born_about: int | None
    died_on: date | None
    postcode: str
    locality: str
    restricted: bool
    merged_into: UUID | None
    place: str = ""


def person(person: UUID, on: date | None = None) -> PersonSummary | None:
    """One person, by the key as given: one that was merged away says so in ``merged_into``. It asks nobody's right:
    views have their access rule."""
    return next(iter(people([person], on)), None)


def people(keys: Iterable[UUID], on: date | None = None) -> list[PersonSummary]:
    """These people, in the order of the keys, in four queries."""
    day, wanted = on or today(), list(keys)
    found = Person.objects.in_bulk(wanted)
    names, homes = _names(wanted, day), _homes(wanted, day)
    postcodes = {home.postcode for home in homes.values() if home.postcode}
    places = localities_by_postcode(postcodes) if postcodes else {}
    return [_summary(found[key], names.get(key), homes.get(key), places) for key in wanted if key in found]


def _names(keys: list[UUID], on: date) -> dict[UUID, Name]:
    """The used name of each, or else the legal one."""
    rows = Name.objects.filter(in_force(on), person__in=keys, kind__in=[NameKind.LEGAL, NameKind.USED])
    return {name.person_id: name for name in rows.order_by("kind")}


def _homes(keys: list[UUID], on: date) -> dict[UUID, Address]:
    kinds = [AddressKind.HOME, AddressKind.NO_FIXED_ADDRESS]
    return {a.person_id: a for a in Address.objects.filter(in_force(on), person__in=keys, kind__in=kinds)}


def _summary(person: Person, name: Name | None, home: Address | None, places: dict[str, Locality]) -> PersonSummary:
    postcode = home.postcode if home else ""
    place = places.get(postcode)
    return PersonSummary(
        id=person.pk,
        name=name.whole if name else "",
        preferred_name=(name.given or name.whole) if name else "",
        born_on=person.born_on,
        born_about=person.born_about,
        died_on=person.died_on,
        postcode=postcode,
        locality=place.code if place else "",
        restricted=person.restricted,
        merged_into=person.merged_into_id,
        place=place.name if place else "",
    )
