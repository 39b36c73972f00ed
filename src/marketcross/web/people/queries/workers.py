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
    kept = Person.objects.filter(pk=current(person)).only("pk", "restricted").first()
    return workers_beside(kept, on or today()) if kept else []


def workers_beside(person: Person, on: date) -> list[User]:
    """As ``workers_of``, of a record at hand, in two queries (three for a restricted one)."""
    assigned = list(Assignment.objects.filter(in_force(on), person=person).values_list("user", "team"))
    users, teams = {user for user, _team in assigned if user}, {team for _user, team in assigned if team}
    active = User.objects.filter(Q(pk__in=users) | Q(pk__in=_members(teams, on)), is_active=True).order_by("name", "pk")
    everybody = list(active)
    beside = [user for user in everybody if user.pk in users] or everybody
    if not person.restricted:
        return beside
    named = NamedForRestricted.objects.filter(in_force(on), person=person).values_list("user", flat=True)
    return [user for user in beside if user.pk in set(named)]


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
