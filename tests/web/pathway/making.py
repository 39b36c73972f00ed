"""A small made council: two localities, a team of two and a link worker, people to work beside, services to list."""

from datetime import UTC, date, datetime
from uuid import UUID

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import Team, TeamMembership, User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.directory.actions import list_organisation, list_service
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Service
from marketcross.web.pathway import actions
from marketcross.web.pathway.models import Introduction, Plan, PlanLine, PlanOutcome, UnmetPreference
from marketcross.web.people.actions import add_person, assign
from marketcross.web.people.models import Person
from marketcross.web.places.models import Locality

AT, SINCE = datetime(2026, 11, 22, 9, tzinfo=UTC), date(2026, 1, 1)
NAMES = {"E1": "Eastbrook", "E2": "Westmere"}
WANT = {"category": "mens-group", "locality": "E1", "group": "men", "time": "weekday_afternoon", "price": "up_to_5"}


@action("test.pathway_places_made")
def make_places(*, by: Actor, at: datetime) -> None:
    for code, name in NAMES.items():
        note(Locality.objects.create(kind="council_locality", code=code, name=name))


@action("test.pathway_team_made")
def make_team(*, by: Actor, at: datetime, name: str, users: list[User]) -> Team:
    team = Team.objects.create(name=name)
    for user in users:
        TeamMembership.objects.create(team=team, user=user, starts_on=SINCE)
    note(team)
    return team


def worker(role: str, name: str) -> User:
    made = make_user(by=SYSTEM, at=AT, email=f"{name.lower()}@example.org", name=name)
    give_role(by=SYSTEM, at=AT, user=made, role=role, starts_on=SINCE)
    return made


def person(given: str = "Tam", *, beside: User | None = None, at: datetime = AT) -> Person:
    made = add_person(by=SYSTEM, at=at, given=given, family="Talloway")
    if beside:
        assign(by=SYSTEM, at=at, person=made.pk, user=beside, starts_on=SINCE)
    return made


def group(name: str = "The Shed", category: str = "mens-group", *, at: datetime = AT, **said: object) -> Service:
    """List a service, and deliver its news as the worker does."""
    organisation = list_organisation(by=SYSTEM, at=at, name=f"{name} Friends")
    said = {"phone": "01632 960 000", "everywhere": True, "groups": ("men",)} | said
    return list_service(
        by=SYSTEM, at=at, organisation=organisation.pk, listing=Listing(name=name, category=category, **said)
    )


def introduced(
    who: Person, link_worker: User, *, at: datetime = AT, goal: str = "Get out of the house"
) -> Introduction:
    made = actions.introduce(by=SYSTEM, at=at, person=who.pk, introduced_by="gp")
    return actions.begin(by=Actor.of(link_worker), at=at, introduction=made.pk, goal="Get out of the house")


def planned(who: Person, practitioner: User, *, eligible: bool = True, at: datetime = AT) -> tuple[Plan, PlanOutcome]:
    by = Actor.of(practitioner)
    plan = actions.start_plan(by=by, at=at, person=who.pk)
    outcome = actions.add_outcome(
        by=by, at=at, plan=plan.pk, edition=1, code="relationships", words="See my friends again", eligible=eligible
    )
    return fresh(plan), outcome


def wanted(by: User, *, outcome: UUID | None = None, introduction: UUID | None = None, at: datetime = AT,
           **other: str) -> UnmetPreference:  # fmt: skip
    said = WANT | {"why": "nothing_there"} | other
    return actions.note_preference(by=Actor.of(by), at=at, outcome=outcome, introduction=introduction, **said)


def lined(plan: Plan, outcome: PlanOutcome, by: User, *, at: datetime = AT, **said: object) -> PlanLine:
    said = {"means": "family", "words": "My sister rings every Sunday"} | said
    return actions.add_line(by=Actor.of(by), at=at, outcome=outcome.pk, edition=fresh(plan).edition, **said)


def fresh(plan: Plan) -> Plan:
    return Plan.objects.get(pk=plan.pk)
