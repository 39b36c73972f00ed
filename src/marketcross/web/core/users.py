"""Make accounts and give roles."""

from datetime import date, datetime

from .actions import action, note
from .actor import Actor
from .models import RoleAssignment, User


@action("user.made")
def make_user(*, by: Actor, at: datetime, email: str, name: str, password: str | None = None) -> User:
    """Make an account; without a password it can only be entered by link or directory."""
    user = User.objects.create_user(email, name, password)
    note(user, email=user.email, name=name)
    return user


@action("user.role_given")
def give_role(
    *, by: Actor, at: datetime, user: User, role: str, starts_on: date, ends_on: date | None = None
) -> RoleAssignment:
    """Let ``user`` play a part for a period ``[starts_on, ends_on)``."""
    given = RoleAssignment.objects.create(user=user, role=role, starts_on=starts_on, ends_on=ends_on)
    note(given, user=str(user.pk), role=role, starts_on=starts_on, ends_on=ends_on)
    return given


@action("user.role_ended")
def end_role(*, by: Actor, at: datetime, assignment: RoleAssignment, ends_on: date) -> None:
    """End a role on a day; the day itself is the first without it."""
    assignment.ends_on = ends_on
    assignment.save(update_fields=["ends_on"])
    note(assignment, ends_on=ends_on)
