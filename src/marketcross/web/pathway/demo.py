"""Made introductions, plans and wants for a demonstration: made people, made words; nothing of it is anybody's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.demo import PASSWORD, SINCE, make_codes
from marketcross.web.core.models import TeamMembership, User
from marketcross.web.core.models.role import Role
from marketcross.web.core.users import give_role, make_user
from marketcross.web.directory.queries import search
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries import teams_of

from . import actions
from .models import Introduction, Plan, PlanOutcome
from .schemes import scheme_for

MANAGER = "manager@demo.example"
MENS_GROUP = {"category": "mens-group", "group": "men", "time": "weekday_evening", "price": "up_to_5"}
OTHER_WANTS = (
    {"category": "exercise", "group": "older_people", "time": "weekday_morning", "price": "up_to_5", "why": "too_far"},
    {"category": "transport", "group": "everybody", "time": "weekend", "price": "up_to_15", "why": "wrong_time"},
    {"category": "carers-break", "group": "carers", "time": "weekend", "price": "any", "why": "full"},
)
GOALS = (
    "I want somebody to talk to who is not the television.",
    "Since Dol died I have not been past the corner. I would like to be.",
    "I used to mend clocks. I want to be of use again.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, by key."""

    introductions: tuple[UUID, ...]
    plans: tuple[UUID, ...]
    preferences: tuple[UUID, ...]


def make(
    *,
    at: datetime,
    practitioner: User,
    link_worker: User,
    people: Sequence[UUID],
    manager: User | None = None,
    no_mens_group_in: str = "",
) -> Made:
    """Give the first people a plan each, the next an introduction each, and both their wants.

    ``people`` work with both workers already; six or more make every part appear. ``no_mens_group_in`` is the code of
    a locality where there is none; else each person's own is named. ``manager`` gets an unmet eligible need, if
    given: somebody else than the practitioner who may open the person's record.
    """
    half = (len(people) + 1) // 2
    planned = [_planned(practitioner, one, at, number) for number, one in enumerate(people[:half])]
    begun = [_introduced(link_worker, one, at, number) for number, one in enumerate(people[half:])]
    wants = []
    for number, introduction in enumerate(begun):
        where = _where(introduction.person_id, no_mens_group_in)
        wants += _wants(link_worker, where, at - timedelta(days=30 - number), number, introduction=introduction.pk)
    for number, outcome in enumerate(planned):
        where = _where(outcome.plan.person_id, no_mens_group_in)
        wants += _wants(practitioner, where, at - timedelta(days=14 - number % 10), number, outcome=outcome.pk)
    if planned and manager:
        actions.open_need(by=Actor.of(practitioner), at=at, outcome=planned[-1].pk, manager=manager)
    return Made(tuple(i.pk for i in begun), tuple(o.plan_id for o in planned), tuple(wants))


@action("demo.manager_made")
def make_manager(*, by: Actor, at: datetime, beside: UUID) -> User:
    """A made manager in the team that works beside a person: somebody to whom unmet eligible needs go."""
    user = make_user(by=by, at=at, email=MANAGER, name="Averil Stanmoor (Team manager)", password=PASSWORD)
    give_role(by=by, at=at, user=user, role=Role.PRACTITIONER, starts_on=SINCE)
    make_codes(by=by, at=at, user=user)
    for team in teams_of(beside, at.date()):
        note(TeamMembership.objects.create(team=team, user=user, starts_on=SINCE))
    return user


def _where(person: UUID, otherwise: str) -> str:
    found = summary_of(person)
    return otherwise or (found.locality if found else "")


def _introduced(worker: User, person: UUID, at: datetime, number: int) -> Introduction:
    """Begun six weeks ago; something was tried, and how the person was is known; the first one also after."""
    by, then = Actor.of(worker), at - timedelta(days=42)
    made = actions.introduce(by=by, at=then, person=person, introduced_by=("gp", "family", "self")[number % 3])
    made = actions.begin(by=by, at=then + timedelta(days=2), introduction=made.pk, goal=GOALS[number % len(GOALS)])
    before = {"satisfied": 4, "worthwhile": 3 + number % 3, "happy": 3, "anxious": 7}
    actions.record_wellbeing(by=by, at=then + timedelta(days=2), introduction=made.pk, moment="before", answers=before)
    for hit in search("coffee morning", limit=1).hits:
        step = actions.suggest_step(by=by, at=then + timedelta(days=3), introduction=made.pk, service=hit.id)
        actions.record_result(
            by=by, at=then + timedelta(days=10), step=step.pk, result=("not_for_me", "liked")[number % 2]
        )
    if number == 0:
        after = {"satisfied": 6, "worthwhile": 4, "happy": None, "anxious": 5}
        actions.record_wellbeing(by=by, at=at, introduction=made.pk, moment="after", answers=after)
    return made


def _planned(worker: User, person: UUID, at: datetime, number: int) -> PlanOutcome:
    """Started three weeks ago, with a line that costs and one that does not, and the first with a budget."""
    by, then = Actor.of(worker), at - timedelta(days=21)
    plan = actions.start_plan(by=by, at=then, person=person)
    home = actions.add_outcome(
        by=by, at=then, plan=plan.pk, edition=1, code="hygiene", eligible=True,
        words="Stay in my own house, clean and dressed by nine",
    )  # fmt: skip
    actions.add_line(
        by=by, at=then, outcome=home.pk, edition=2, means="money", held_as="direct_payment", weekly_pence=9_625,
        words="Half an hour's help to wash and dress, each morning",
    )  # fmt: skip
    actions.add_line(
        by=by, at=then, outcome=home.pk, edition=3, means="family", words="My niece does the laundry on Sundays"
    )
    company = actions.add_outcome(
        by=by, at=then, plan=plan.pk, edition=4, code="relationships", eligible=True,
        words="Laugh with somebody at least once a week",
    )  # fmt: skip
    if number == 0:
        _budget(by, plan, at)
    return company


def _budget(by: Actor, plan: Plan, at: datetime) -> None:
    scheme = scheme_for(plan.of, at.date())
    if scheme is None:
        return
    first = next(iter(scheme.met_by_others))
    answers: dict[str, str | bool] = {"others_agree": False, "unusual": False}
    for question in scheme.questions:
        place = 2 if question.outcome in ("hygiene", "clothing") else 0
        answers |= {question.id: question.levels[place].id, f"{question.id}_met": first}
    actions.suggest_budget(by=by, at=at, plan=plan.pk, edition=5, answers=answers)


def _wants(worker: User, where: str, at: datetime, number: int, **source: UUID) -> list[UUID]:
    """The men's group that is not there, and with every other person something else; nothing without a place."""
    if not where:
        return []
    by = Actor.of(worker)
    wanted = [MENS_GROUP | {"why": "nothing_there", "taken_instead": "lunch-club" if number % 2 else ""}]
    if number % 2:
        wanted.append(OTHER_WANTS[number % len(OTHER_WANTS)])
    return [actions.note_preference(by=by, at=at, locality=where, **want, **source).pk for want in wanted]
