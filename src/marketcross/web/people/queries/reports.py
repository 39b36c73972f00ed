"""Looks beyond one's own work, for those who are told of them."""

from datetime import date

from django.db.models import QuerySet

from marketcross.web.core.models import RoleAssignment, User
from marketcross.web.core.models.role import Role
from marketcross.web.core.queries import in_force
from marketcross.web.people.models import AccessReason

from .standing import mine
from .workers import workers_of


def told_of(reason: AccessReason, on: date) -> list[User]:
    """Who is told that somebody looked: those beside the person, but for the one who looked; else the auditors."""
    beside = [user for user in workers_of(reason.person_id, on) if user.pk != reason.user_id]
    return beside or auditors(on)


def auditors(on: date) -> list[User]:
    """Everybody who is an auditor on a day."""
    held = RoleAssignment.objects.filter(in_force(on), role=Role.AUDITOR)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user")))


def reasons_about_mine(user: User, on: date) -> QuerySet[AccessReason]:
    """Reasons that others gave for people whom ``user`` or their team works beside, unread ones first."""
    return (
        AccessReason.objects.filter(person__in=mine(user, on))
        .exclude(user=user)
        .select_related("user", "read_by")
        .order_by("read_on", "-recorded_at")
    )
