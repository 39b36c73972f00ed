"""How a user stands to a person, and which people a user may list.

A restricted record is open to the person and to those named for it, whatever else holds. docs/method/people.md has
the table; ``tests/web/people/test_access.py`` checks it.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from marketcross.web.core.models import TeamMembership, User
from marketcross.web.core.models.role import Role
from marketcross.web.core.queries import colleagues, in_force
from marketcross.web.people.models import (
    AccessReason,
    Assignment,
    Lending,
    NamedForRestricted,
    Person,
    PersonAccount,
)

RELATIONS = ("own", "lent", "assigned", "same_team", "other")
FINDERS = (Role.PRACTITIONER, Role.LINK_WORKER)  # who may look for people beyond their own


def may(user: User, person: UUID, on: date) -> frozenset[str]:
    """The relations in which ``user`` stands to a person on a day; none where the record is not to be known of.

    ``own``, ``lent``, ``assigned``, ``same_team``; and ``other`` while a reason that the user gave is in force, or
    where the user is named for a restricted record.
    """
    held = {f"stands_{name}": asked for name, asked in _asked_at_once(user, on).items()}
    found = Person.objects.filter(pk=person).annotate(**held).values("restricted", "merged_into", *held).first()
    if found is None:
        return frozenset()
    if found["merged_into"]:
        return may(user, found["merged_into"], on)
    relations, named = {name for name in RELATIONS if found[f"stands_{name}"]}, found["stands_named"]
    if found["restricted"] and not named:
        return frozenset(relations & {"own"})
    return frozenset(relations | ({"other"} if found["restricted"] else set()))


def _asked_at_once(user: User, on: date) -> dict[str, Exists]:
    """Each relation as a part of one query: this is asked for every page about a person."""
    rows: dict[str, QuerySet[Any]] = {
        "own": _own(user, on),
        "lent": lent_to(user, on),
        "assigned": _assigned(user, on),
        "same_team": _of_team(user, on),
        "other": AccessReason.objects.filter(in_force(on), user=user),
        "named": _named(user, on),
    }
    return {name: Exists(held.filter(person=OuterRef("pk"))) for name, held in rows.items()}


def _own(user: User, on: date) -> QuerySet[PersonAccount]:
    return PersonAccount.objects.filter(in_force(on), user=user)


def _named(user: User, on: date) -> QuerySet[NamedForRestricted]:
    return NamedForRestricted.objects.filter(in_force(on), user=user)


def lent_to(user: User, on: date) -> QuerySet[Lending]:
    """Lendings that open: in force, of somebody alive, and by an authority that has not ended."""
    authority = Q(relationship__starts_on__lte=on) & (
        Q(relationship__ends_on__isnull=True) | Q(relationship__ends_on__gt=on)
    )
    return Lending.objects.filter(
        in_force(on), Q(relationship__isnull=True) | authority, user=user, person__died_on__isnull=True
    )


def _assigned(user: User, on: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(in_force(on), user=user)


def _of_team(user: User, on: date) -> QuerySet[Assignment]:
    """Assignments of the user's teams, and of colleagues in them."""
    teams = TeamMembership.objects.filter(in_force(on), user=user).values("team")
    others = colleagues(user, on=on).exclude(pk=user.pk).values("pk")
    return Assignment.objects.filter(in_force(on)).filter(Q(team__in=teams) | Q(user__in=others))


def visible(user: User, on: date) -> QuerySet[Person]:
    """The people whom ``user`` may find and list: for practitioners everybody who is not restricted, or for whom they
    are named; for others their own record and those lent to them. Records that were merged away are never listed."""
    people = Person.objects.filter(merged_into__isnull=True)
    named = Q(pk__in=_named(user, on).values("person"))
    if user.has_role(*FINDERS):
        return people.filter(Q(restricted=False) | named)
    own = Q(pk__in=_own(user, on).values("person"))
    lent = Q(pk__in=lent_to(user, on).values("person"))
    return people.filter(own | (lent & (Q(restricted=False) | named)))


def mine(user: User, on: date) -> QuerySet[Person]:
    """The people whom ``user`` or their team works beside, the restricted only where the user is named for them."""
    beside = Q(pk__in=_assigned(user, on).values("person")) | Q(pk__in=_of_team(user, on).values("person"))
    named = Q(pk__in=_named(user, on).values("person"))
    return Person.objects.filter(beside, Q(restricted=False) | named, merged_into__isnull=True)
