"""Who works beside a person, and which accounts are whose."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from marketcross.web.core.models import Team, TeamMembership, User
from marketcross.web.core.queries import in_force, today
from marketcross.web.people.models import Assignment, NamedForRestricted, Person, PersonAccount

from .current import current


def workers_of(person: UUID, on: date | None = None) -> list[User]:
    """The users beside a person; where only a team is, its members. For a restricted record only those named."""
    day, kept = on or today(), current(person)
    assignments = Assignment.objects.filter(in_force(day), person=kept)
    users = User.objects.filter(is_active=True)
    found = users.filter(pk__in=assignments.exclude(user=None).values("user"))
    if not found.exists():
        found = users.filter(pk__in=_members(assignments.exclude(team=None).values("team"), day))
    if Person.objects.filter(pk=kept, restricted=True).exists():
        found = found.filter(pk__in=NamedForRestricted.objects.filter(in_force(day), person=kept).values("user"))
    return list(found.order_by("name", "pk"))


def teams_of(person: UUID, on: date | None = None) -> list[Team]:
    """The teams beside a person: those assigned, and those of the users assigned."""
    day = on or today()
    beside = Assignment.objects.filter(in_force(day), person=current(person))
    theirs = TeamMembership.objects.filter(in_force(day), user__in=beside.exclude(user=None).values("user"))
    wanted = Q(pk__in=beside.exclude(team=None).values("team")) | Q(pk__in=theirs.values("team"))
    return list(Team.objects.filter(wanted).order_by("name"))


def _members(teams: object, on: date) -> object:
    return TeamMembership.objects.filter(in_force(on), team__in=teams).values("user")


def person_of(user: User, on: date | None = None) -> UUID | None:
    """The person whose account this is."""
    own = PersonAccount.objects.filter(in_force(on or today()), user=user).values_list("person", flat=True).first()
    return current(own) if own else None


def own_users(person: UUID, on: date | None = None) -> list[User]:
    """The account of a person, if they have one."""
    held = PersonAccount.objects.filter(in_force(on or today()), person=current(person))
    return list(User.objects.filter(pk__in=held.values("user"), is_active=True))
