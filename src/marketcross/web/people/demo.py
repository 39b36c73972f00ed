"""A made register for a demonstration: a made borough, three accounts with a record, a team at work, one restricted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import Team, TeamMembership, User
from marketcross.web.core.models.role import Role

from . import actions
from .loading import Borough, load_people
from .models import Address, Person
from .vocabulary import AddressKind, RelationshipKind

TEAM = "North adults"
BESIDE, OF_TEAM = 12, 30  # how many people both workers work beside, and how many more their team does
OLDEST = date(1961, 1, 1)  # born before: people of about 65 and over, for whom most plans are made


@dataclass(frozen=True, slots=True)
class Made:
    """The keys of what others build on: whom both workers are beside, the resident's own record, the restricted one."""

    beside: tuple[UUID, ...]
    resident: UUID
    restricted: UUID


def make(*, at: datetime, borough: Borough, accounts: Mapping[str, User]) -> Made:
    """Load the borough, and let the demonstration's accounts live and work in it; ``accounts`` are by role.

    The resident and the carer get records of their own, under the names of their accounts. The carer and the
    representative are lent the resident's. The borough has a hundred people or more, half of them with an address.
    """
    load_people(by=SYSTEM, at=at, borough=borough)
    on, resident = timezone.localdate(at), _of_account(accounts[Role.RESIDENT], at)
    carer = _of_account(accounts[Role.CARER], at)
    _help(resident, carer, accounts, at, on)
    workers = (accounts[Role.PRACTITIONER], accounts[Role.LINK_WORKER])
    team = _make_team(by=SYSTEM, at=at, name=TEAM, users=workers, on=on)
    older = Person.objects.filter(born_on__lt=OLDEST, died_on__isnull=True).exclude(pk=resident.pk).order_by("pk")
    keys = [resident.pk, *older.values_list("pk", flat=True)[: BESIDE + OF_TEAM]]
    for key in keys[:BESIDE]:
        for user in workers:
            actions.assign(by=SYSTEM, at=at, person=key, user=user, starts_on=on)
    for key in keys[BESIDE:-1]:
        actions.assign(by=SYSTEM, at=at, person=key, team=team, starts_on=on)
    hidden = Person.objects.get(pk=keys[-1])
    actions.assign(by=SYSTEM, at=at, person=hidden.pk, user=workers[0], starts_on=on)
    actions.restrict(by=SYSTEM, at=at, person=hidden, users=workers[:1], starts_on=on)
    return Made(tuple(keys[:BESIDE]), resident.pk, hidden.pk)


def _of_account(user: User, at: datetime) -> Person:
    """A record for whoever has the account, in a home of the borough."""
    given, _, family = user.name.partition("(")[0].strip().partition(" ")
    home = Address.objects.filter(kind=AddressKind.HOME).exclude(postcode="").order_by("pk").first()
    person = actions.add_person(
        by=SYSTEM,
        at=at,
        given=given,
        family=family,
        born_on=date(1948, 5, 17),
        lines=home.lines if home else "1 Made Street",
        postcode=home.postcode if home else "",
        email=user.email,
    )
    actions.link_account(by=SYSTEM, at=at, person=person, user=user, starts_on=timezone.localdate(at))
    return person


def _help(resident: Person, carer: Person, accounts: Mapping[str, User], at: datetime, on: date) -> None:
    """The carer by the resident's own wish, without two parts; the representative as a deputy whose paper was seen."""
    add = actions.add_relationship
    add(by=SYSTEM, at=at, person=resident, kind=RelationshipKind.CARER, other=carer, starts_on=on)
    actions.lend(
        by=Actor.of(accounts[Role.RESIDENT]),
        at=at,
        person=resident,
        user=accounts[Role.CARER],
        starts_on=on,
        kept_back=["equalities", "capacity"],
    )
    deputy = add(
        by=SYSTEM,
        at=at,
        person=resident,
        kind=RelationshipKind.DEPUTY,
        outside_name=accounts[Role.REPRESENTATIVE].name.partition("(")[0].strip(),
        scope=["property_and_affairs"],
        starts_on=on,
    )
    worker = accounts[Role.PRACTITIONER]
    actions.see_evidence(
        by=Actor.of(worker),
        at=at,
        relationship=deputy,
        evidence="Order of the Court of Protection",
        seen_on=on,
        seen_by=worker,
    )
    actions.lend(
        by=Actor.of(worker),
        at=at,
        person=resident,
        user=accounts[Role.REPRESENTATIVE],
        relationship=deputy,
        starts_on=on,
    )


@action("demo.team_made")
def _make_team(*, by: Actor, at: datetime, name: str, users: Sequence[User], on: date) -> Team:
    team, _new = Team.objects.get_or_create(name=name)
    for user in users:
        TeamMembership.objects.create(team=team, user=user, starts_on=on)
    note(team, name=name)
    return team
