"""Which parts of a record a reader may see, when it is theirs or lent to them."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from marketcross.web.core.models import User
from marketcross.web.core.queries import in_force
from marketcross.web.people.models import KeptPart, Lending, Person
from marketcross.web.people.vocabulary import KeptFrom, Part

from .standing import lent_to


def parts_online(person: UUID, on: date) -> set[str]:
    """The parts that the person's own pages show."""
    return set(Part.values) - kept_parts(person, KeptFrom.INTERNET, on)


def parts_lent(person: UUID, user: User, on: date) -> set[str]:
    """The parts that are lent to ``user``: none where nothing is, or where the authority has ended.

    Where it is lent twice, what either lending keeps back is kept back.
    """
    held = list(lent_to(user, on).filter(person=person))
    if not held:
        return set()
    away = {part for lending in held for part in lending.kept_back}
    away |= kept_parts(person, KeptFrom.REPRESENTATIVES, on) | kept_parts(person, KeptFrom.INTERNET, on)
    return set(Part.values) - {Part.WHO_LOOKED} - away


def kept_parts(person: UUID, kept_from: str, on: date) -> set[str]:
    """The parts that are kept from helpers, or off the internet, on a day."""
    return set(KeptPart.objects.filter(in_force(on), person=person, kept_from=kept_from).values_list("part", flat=True))


def lendings_of(person: UUID, on: date) -> QuerySet[Lending]:
    """To whom a record is lent on a day."""
    return Lending.objects.filter(in_force(on), person=person).select_related("user", "relationship")


def borrowed(user: User, on: date) -> QuerySet[Person]:
    """The people whose records are lent to ``user``."""
    from .standing import visible

    return visible(user, on).filter(pk__in=lent_to(user, on).values("person"))
