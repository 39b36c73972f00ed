"""What others may ask of the core. Each query takes the day it is asked for."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from .models import RoleAssignment, TeamMembership, User


def today() -> date:
    """The day in the council's own time; the clock is read here and in views, never in rules."""
    return timezone.localdate()


def in_force(on: date) -> Q:
    """Rows whose period ``[starts_on, ends_on)`` holds the day."""
    return Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))


def roles_of(user: User, *, on: date | None = None) -> frozenset[str]:
    """The roles that ``user`` holds on a day."""
    held: Iterable[str] = RoleAssignment.objects.filter(in_force(on or today()), user=user).values_list(
        "role", flat=True
    )
    return frozenset(held)


def colleagues(user: User, *, on: date | None = None) -> QuerySet[User]:
    """Everybody in a team of ``user`` on a day, ``user`` included."""
    day = on or today()
    teams = TeamMembership.objects.filter(in_force(day), user=user).values("team")
    return User.objects.filter(pk__in=TeamMembership.objects.filter(in_force(day), team__in=teams).values("user"))
