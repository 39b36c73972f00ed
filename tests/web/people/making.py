"""Made people, users and teams for the tests of the register."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import Team, TeamMembership, User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.people.actions import add_person
from marketcross.web.people.models import Person

AT, SINCE = datetime(2026, 1, 5, 9, tzinfo=UTC), date(2026, 1, 1)
NHS = "9990000018"  # of the range for tests


def today() -> date:
    return timezone.localdate()


def days_ago(days: int) -> date:
    return today() - timedelta(days=days)


def moment(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, 9))


def somebody(**facts: Any) -> Person:
    """A person with a name, unless told otherwise."""
    named = {"given": "Wenna", "family": "Tolgarth"} if not {"given", "family"} & set(facts) else {}
    return add_person(by=SYSTEM, at=facts.pop("at", AT), **named, **facts)


def user(role: str, name: str = "") -> User:
    made = make_user(by=SYSTEM, at=AT, email=f"{name or role}@example.org".lower(), name=name or f"Made {role}")
    give_role(by=SYSTEM, at=AT, user=made, role=role, starts_on=SINCE)
    return made


@action("test.team_made_with")
def team_of(*, by: Actor, at: datetime, name: str, users: tuple[User, ...]) -> Team:
    team, _new = Team.objects.get_or_create(name=name)
    for member in users:
        TeamMembership.objects.create(team=team, user=member, starts_on=SINCE)
    note(team, name=name)
    return team


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
