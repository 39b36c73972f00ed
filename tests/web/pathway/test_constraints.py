"""What must always hold is a constraint of the database: each named one refuses what it is there to refuse."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, models, transaction

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.pathway import models as ours
from marketcross.web.pathway.models import Match, Plan, PlanLine, Step, UnmetEligibleNeed, UnmetPreference

from .conftest import Council
from .making import AT, WANT, introduced, person, planned

pytestmark = pytest.mark.django_db
TODAY = AT.date()
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@action("test.pathway_row_written")
def write(*, by: Actor, at: Any, model: type[models.Model], values: dict[str, Any]) -> models.Model:
    made = model.objects.create(**values)  # type: ignore[attr-defined]
    note(made)
    return made


def refused(model: type[models.Model], good: dict[str, Any], bad: dict[str, Any]) -> str:
    """The name of the constraint that refuses ``good`` once it is made ``bad``; the good row itself passes."""
    with transaction.atomic():
        write(by=SYSTEM, at=AT, model=model, values=good)
        transaction.set_rollback(True)
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write(by=SYSTEM, at=AT, model=model, values=good | bad)
    return str(refusal.value.__cause__.diag.constraint_name)  # type: ignore[union-attr]


INTRODUCTION: list[tuple[str, dict[str, Any]]] = [
    ("introduction_state_known", {"state": "lost"}),
    ("introduction_by_known", {"introduced_by": "cat"}),
    ("introduction_waiting_has_not_begun", {"begun_on": TODAY, "goal": "x", "link_worker": "WORKER"}),
    ("introduction_begun_has_a_day", {"state": "begun"}),
    ("introduction_begins_with_a_goal", {"state": "begun", "begun_on": TODAY, "link_worker": "WORKER"}),
    ("introduction_begins_with_a_link_worker", {"state": "begun", "begun_on": TODAY, "goal": "x"}),
    ("introduction_ended_has_a_day_and_a_reason", {"state": "ended", "ended_on": TODAY}),
    ("introduction_ending_known", {"state": "ended", "ended_on": TODAY, "ended_because": "bored"}),
    ("introduction_begins_after_it_is_made",
     {"state": "begun", "begun_on": BEFORE, "goal": "x", "link_worker": "WORKER"}),
    ("introduction_ends_after_it_is_made", {"state": "ended", "ended_on": BEFORE, "ended_because": "done"}),
    ("introduction_ends_after_it_begins",
     {"state": "ended", "begun_on": AFTER, "goal": "x", "link_worker": "WORKER", "ended_on": TODAY,
      "ended_because": "done"}),
]  # fmt: skip
PLAN: list[tuple[str, dict[str, Any]]] = [
    ("plan_of_known", {"of": "child"}),
    ("plan_state_known", {"state": "lost"}),
    ("plan_counts_from_1", {"edition": 0}),
    ("plan_person_agreed_somehow", {"person_agreed_on": TODAY}),
    ("plan_agreed_how_known", {"person_agreed_on": TODAY, "person_agreed_how": "nodded"}),
    ("plan_council_agreed_by_one", {"council_agreed_on": TODAY}),
    ("plan_agreed_by_both_sides", {"state": "agreed", "person_agreed_on": TODAY, "person_agreed_how": "told"}),
    ("plan_draft_lacks_one_side",
     {"person_agreed_on": TODAY, "person_agreed_how": "told", "council_agreed_on": TODAY,
      "council_agreed_by": "WORKER"}),
    ("plan_ended_has_a_day_and_a_reason", {"state": "ended", "ended_on": TODAY}),
    ("plan_ending_known", {"state": "ended", "ended_on": TODAY, "ended_because": "bored"}),
    ("plan_person_agrees_after_its_start", {"person_agreed_on": BEFORE, "person_agreed_how": "told"}),
    ("plan_council_agrees_after_its_start", {"council_agreed_on": BEFORE, "council_agreed_by": "WORKER"}),
    ("plan_ends_after_its_start", {"state": "ended", "ended_on": BEFORE, "ended_because": "replaced"}),
]  # fmt: skip
OUTCOME: list[tuple[str, dict[str, Any]]] = [
    ("outcome_is_a_code_of_the_regulations", {"code": "see my friends"}),
    ("outcome_is_in_somebodys_words", {"words": ""}),
    ("outcome_taken_out_after_it_was_added", {"taken_out_on": BEFORE}),
]
LINE: list[tuple[str, dict[str, Any]]] = [
    ("line_means_known", {"means": "magic"}),
    ("line_held_as_known", {"means": "money", "weekly_pence": 1, "held_as": "sock"}),
    ("line_says_what", {"words": ""}),
    ("line_is_held_somehow_exactly_when_it_costs", {"held_as": "council"}),
    ("line_has_a_sum_exactly_when_it_costs", {"weekly_pence": 100}),
    ("line_sums_are_above_nothing", {"means": "money", "held_as": "council", "weekly_pence": 0}),
    ("line_service_has_its_name", {"service": uuid4()}),
    ("line_agreed_with_a_service", {"agreed_with_service_on": TODAY}),
    ("line_agreed_after_it_was_added",
     {"agreed_with_service_on": BEFORE, "service": uuid4(), "service_name": "The Shed"}),
    ("line_taken_out_after_it_was_added", {"taken_out_on": BEFORE}),
]  # fmt: skip
BUDGET: list[tuple[str, dict[str, Any]]] = [
    ("budget_names_its_scheme", {"scheme": "our new one"}),
    ("budget_names_the_schemes_version", {"scheme_digest": "v2"}),
    ("budget_no_figure_known", {"no_figure": "shy", "least_pence": None, "usual_pence": None, "most_pence": None,
                                "once_pence": None}),
    ("budget_is_a_figure_or_a_reason", {"no_figure": "beyond"}),
    ("budget_lies_in_its_range", {"usual_pence": 301}),
    ("budget_is_never_below_nothing", {"least_pence": -1}),
    ("budget_scheme_was_in_use", {"scheme_from": AFTER}),
]  # fmt: skip
PREFERENCE: list[tuple[str, dict[str, Any]]] = [
    ("preference_state_known", {"state": "lost"}),
    ("preference_comes_from_a_plan_or_an_introduction", {"introduction": None}),
    *((f"preference_{name}_is_a_code", {name: "somewhere he can talk"}) for name in WANT),
    ("preference_taken_instead_is_a_code", {"taken_instead": "tea and a bun"}),
    ("preference_why_known", {"why": "weather"}),
    ("preference_chosen_has_a_day_and_a_service", {"state": "chosen", "chosen_on": TODAY}),
    ("preference_line_only_when_chosen", {"line": "LINE"}),
    ("preference_withdrawn_has_a_day_and_a_reason", {"state": "withdrawn", "withdrawn_on": TODAY}),
    ("preference_ending_known", {"state": "withdrawn", "withdrawn_on": TODAY, "withdrawn_because": "bored"}),
    ("preference_chosen_after_it_was_noted", {"state": "chosen", "chosen_on": BEFORE, "met_by": uuid4()}),
    ("preference_withdrawn_after_it_was_noted",
     {"state": "withdrawn", "withdrawn_on": BEFORE, "withdrawn_because": "died"}),
]  # fmt: skip
MATCH: list[tuple[str, dict[str, Any]]] = [
    ("match_state_known", {"state": "seen"}),
    ("match_names_the_service", {"service_name": ""}),
    ("match_found_is_not_told_yet", {"told_on": TODAY}),
    ("match_told_has_a_day", {"state": "told"}),
    ("match_answer_has_a_day", {"state": "declined", "told_on": TODAY}),
    ("match_lost_has_a_day", {"state": "lost"}),
    ("match_told_after_it_was_found", {"state": "told", "told_on": BEFORE}),
    ("match_answered_after_it_was_told", {"state": "declined", "told_on": AFTER, "answered_on": TODAY}),
    ("match_lost_after_it_was_found", {"state": "lost", "lost_on": BEFORE}),
]
NEED: list[tuple[str, dict[str, Any]]] = [
    ("need_state_known", {"state": "lost"}),
    ("need_manager_is_somebody_else", {"manager": "WORKER"}),
    ("need_met_by_a_line_on_a_day", {"state": "met", "met_on": TODAY}),
    ("need_closed_has_a_day_and_a_reason", {"state": "closed", "closed_on": TODAY}),
    ("need_ending_known", {"state": "closed", "closed_on": TODAY, "closed_because": "bored"}),
    ("need_met_after_it_was_opened", {"state": "met", "met_on": BEFORE, "met_by": "LINE"}),
    ("need_closed_after_it_was_opened", {"state": "closed", "closed_on": BEFORE, "closed_because": "died"}),
]
STEP: list[tuple[str, dict[str, Any]]] = [
    ("step_result_known", {"result": "loved", "result_on": TODAY}),
    ("step_result_has_a_day", {"result": "liked"}),
    ("step_result_after_it_was_suggested", {"result": "liked", "result_on": BEFORE}),
]
WELLBEING: list[tuple[str, dict[str, Any]]] = [
    ("wellbeing_moment_known", {"moment": "during"}),
    *((f"wellbeing_{name}_from_0_to_10", {name: 11}) for name in ("satisfied", "worthwhile", "happy", "anxious")),
    ("wellbeing_answers_something", {"happy": None}),
]
CASES = {
    "Introduction": INTRODUCTION, "Plan": PLAN, "PlanOutcome": OUTCOME, "PlanLine": LINE, "IndicativeBudget": BUDGET,
    "UnmetPreference": PREFERENCE, "Match": MATCH, "UnmetEligibleNeed": NEED, "Step": STEP, "Wellbeing": WELLBEING,
    "PlanVersion": [("plan_version_counts_from_1", {"number": 0})],
    "PreferenceNote": [("preference_note_says_something", {"words": ""})],
}  # fmt: skip


@pytest.fixture
def good(council: Council) -> dict[str, dict[str, Any]]:
    """A row of each table that passes."""
    tam = person(beside=council.practitioner)
    begun = introduced(tam, council.link_worker)
    plan, outcome = planned(tam, council.practitioner)
    want = {"person": tam, "introduction": begun, "why": "full", "noted_on": TODAY} | WANT
    line = {"outcome": outcome, "means": "self", "words": "I walk", "added_on": TODAY}
    kept = write(by=SYSTEM, at=AT, model=PlanLine, values=line)
    noted = write(by=SYSTEM, at=AT, model=UnmetPreference, values=want)
    worker = council.practitioner
    return {
        "WORKER": {"it": worker}, "LINE": {"it": kept},
        "Introduction": {"person": tam, "introduced_by": "gp", "introduced_on": TODAY},
        "Plan": {"person": tam, "practitioner": worker, "started_on": TODAY},
        "PlanOutcome": {"plan": plan, "code": "work", "words": "A job", "added_on": TODAY},
        "PlanLine": line,
        "IndicativeBudget": {
            "plan": plan, "on": TODAY, "scheme": "ours", "scheme_from": TODAY, "scheme_digest": "0" * 64, "answers": {},
            "least_pence": 100, "usual_pence": 200, "most_pence": 300, "once_pence": 0, "explanation": {},
        },
        "UnmetPreference": want,
        "Match": {"preference": noted, "service": uuid4(), "service_name": "The Shed", "found_on": TODAY},
        "UnmetEligibleNeed": {
            "outcome": outcome, "manager": council.manager, "opened_by": worker, "opened_on": TODAY,
        },
        "Step": {"introduction": begun, "service": uuid4(), "service_name": "The Shed", "suggested_on": TODAY},
        "Wellbeing": {"introduction": begun, "moment": "before", "on": TODAY, "happy": 0},
        "PlanVersion": {
            "plan": plan, "number": 1, "content": {}, "person_agreed_on": TODAY, "person_agreed_how": "told",
            "council_agreed_on": TODAY, "council_agreed_by": worker,
        },
        "PreferenceNote": {"preference": noted, "words": "By the river"},
    }  # fmt: skip


def cases() -> Iterator[Any]:
    for table, listed in CASES.items():
        for name, bad in listed:
            yield pytest.param(table, name, bad, id=name)


def test_each_constraint_refuses_what_it_is_there_for(good: dict[str, dict[str, Any]]) -> None:
    for param in cases():
        table, name, bad = param.values
        bad = {field: good[value]["it"] if value in ("WORKER", "LINE") else value for field, value in bad.items()}
        assert refused(getattr(ours, table), good[table], bad) == name


def test_every_check_has_a_case() -> None:
    named = {param.values[1] for param in cases()}
    checks = {
        constraint.name
        for table in ours.__all__
        for constraint in getattr(ours, table)._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    }
    assert checks == named


@pytest.mark.parametrize(
    ("model", "name"),
    [(Step, "step_once_per_service"), (ours.Wellbeing, "wellbeing_once_before_and_once_after"),
     (Match, "match_once_per_service"), (UnmetEligibleNeed, "need_open_once_per_outcome"),
     (ours.PlanVersion, "plan_version_once")],
)  # fmt: skip
def test_what_may_stand_once(good: dict[str, dict[str, Any]], model: type[models.Model], name: str) -> None:
    values = good[model.__name__]
    write(by=SYSTEM, at=AT, model=model, values=values)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write(by=SYSTEM, at=AT, model=model, values=values)


def test_one_match_at_most_is_chosen(good: dict[str, dict[str, Any]]) -> None:
    chosen = good["Match"] | {"state": "chosen", "told_on": TODAY, "answered_on": TODAY}
    write(by=SYSTEM, at=AT, model=Match, values=chosen)
    with pytest.raises(IntegrityError, match="match_chosen_once"), transaction.atomic():
        write(by=SYSTEM, at=AT, model=Match, values=chosen | {"service": uuid4()})


def test_two_open_plans_may_stand_side_by_side_after_a_merge(good: dict[str, dict[str, Any]]) -> None:
    for _ in range(2):
        write(by=SYSTEM, at=AT, model=Plan, values=good["Plan"])
    assert Plan.objects.filter(state="draft").count() == 3
