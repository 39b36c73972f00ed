"""Random legal and illegal moves on PostgreSQL: no state that is not drawn, no move lost, no event missing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.events import deliver
from marketcross.web.core.models import Delivery, EventRecord
from marketcross.web.directory.actions import hide, show_again
from marketcross.web.pathway import actions
from marketcross.web.pathway.models import Match, Plan, PlanLine, UnmetEligibleNeed
from marketcross.web.pathway.moves import MOVES, MoveRefused

from .conftest import Council
from .making import AT, fresh, group, person, planned, wanted

pytestmark = pytest.mark.django_db


class Thread(RuleBasedStateMachine):
    """One person's plan, want, match and need; beside them what a plain model says they are."""

    council: Council

    @initialize()
    def begin(self) -> None:
        self.savepoint = transaction.savepoint()
        self.by = Actor.of(self.council.practitioner)
        self.tam = person(beside=self.council.practitioner)
        self.plan, self.outcome = planned(self.tam, self.council.practitioner)
        self.want = wanted(self.council.practitioner, outcome=self.outcome.pk)
        self.shed, self.listed = group(), True
        self.state = {"plan": "draft", "preference": "open", "match": None, "need": None}
        self.agreed, self.lines, self.edition, self.met = set[str](), 0, self.plan.edition, 0
        self.news()

    def news(self) -> None:
        """What the worker would do; each delivery twice."""
        for key in Delivery.objects.filter(subscriber__startswith="pathway.", done_at=None).values_list(
            "pk", flat=True
        ):
            assert deliver(str(key)) and not deliver(str(key))
        if self.listed and self.state["preference"] == "open" and self.state["match"] in (None, "lost"):
            self.state["match"] = "found"
        if not self.listed and self.state["match"] in ("found", "told"):
            self.state["match"] = "lost"

    def tries(self, kind: str, move: str, do: Callable[[], Any], *, allowed: bool = True) -> bool:
        """Do it; it passes exactly where the drawing and ``allowed`` say so."""
        legal = allowed and self.state[kind] in MOVES[kind][move].starts
        try:
            with transaction.atomic():
                do()
        except MoveRefused as refused:
            assert not legal and str(refused)
            return False
        assert legal, (kind, move, self.state)
        return True

    @rule()
    def list_or_hide(self) -> None:
        (hide if self.listed else show_again)(by=SYSTEM, at=AT, service=self.shed.pk)
        self.listed = not self.listed
        self.news()

    @rule(move=st.sampled_from(["tell", "choose", "decline"]))
    def answer(self, move: str) -> None:
        match = Match.objects.filter(preference=self.want).first()
        if match is None:
            return
        do = {"tell": actions.tell, "choose": actions.choose, "decline": actions.decline}[move]
        open_want = move != "choose" or self.state["preference"] == "open"
        if self.tries("match", move, lambda: do(by=self.by, at=AT, match=match.pk), allowed=open_want):
            [self.state["match"]] = MOVES["match"][move].ends
            if move == "choose":
                self.state["preference"], self.met = "chosen", self.met + 1

    @rule()
    def withdraw(self) -> None:
        do = lambda: actions.withdraw(by=self.by, at=AT, preference=self.want.pk, because="elsewhere")  # noqa: E731
        if self.tries("preference", "withdraw", do):
            self.state["preference"] = "withdrawn"

    @rule(stale=st.booleans())
    def write(self, stale: bool) -> None:
        edition = self.edition - 1 if stale else self.edition
        do = lambda: actions.add_line(  # noqa: E731
            by=self.by, at=AT, outcome=self.outcome.pk, edition=edition, means="self", words="I walk"
        )
        if self.tries("plan", "change", do, allowed=not stale):
            self.lines, self.edition, self.agreed = self.lines + 1, self.edition + 1, set()

    @rule(side=st.sampled_from(["person", "council"]), stale=st.booleans())
    def agree(self, side: str, stale: bool) -> None:
        said = {"by": self.by, "at": AT, "plan": self.plan.pk, "edition": self.edition - 1 if stale else self.edition}
        do = {
            "person": lambda: actions.agree_as_person(**said, how="told"),
            "council": lambda: actions.agree_as_council(**said),
        }[side]
        whole = bool(self.lines) or self.state["need"] == "open"
        if self.tries("plan", "agree", do, allowed=whole and not stale):
            self.agreed, self.edition = self.agreed | {side}, self.edition + 1
            if len(self.agreed) == 2:
                self.state["plan"] = "agreed"

    @rule()
    def reopen(self) -> None:
        if self.tries("plan", "reopen", lambda: actions.reopen(
            by=self.by, at=AT, plan=self.plan.pk, edition=self.edition)):  # fmt: skip
            self.state["plan"], self.agreed, self.edition = "draft", set(), self.edition + 1

    @rule()
    def end(self) -> None:
        do = lambda: actions.end_plan(  # noqa: E731
            by=self.by, at=AT, plan=self.plan.pk, edition=self.edition, because="not_needed"
        )
        if self.tries("plan", "end", do, allowed=self.state["need"] != "open"):
            self.state["plan"], self.edition = "ended", self.edition + 1

    @rule()
    def owe(self) -> None:
        legal = self.state["need"] != "open" and self.state["plan"] != "ended"
        try:
            with transaction.atomic():
                actions.open_need(by=self.by, at=AT, outcome=self.outcome.pk, manager=self.council.manager)
        except MoveRefused:
            assert not legal
        else:
            assert legal
            self.state["need"] = "open"

    @rule()
    def meet(self) -> None:
        need = UnmetEligibleNeed.objects.filter(outcome=self.outcome).order_by("recorded_at", "pk").last()
        line = PlanLine.objects.filter(outcome=self.outcome, taken_out_on=None).first()
        if need and line and self.tries("need", "meet", lambda: actions.meet_need(
            by=self.by, at=AT, need=need.pk, line=line.pk)):  # fmt: skip
            self.state["need"] = "met"

    @invariant()
    def the_records_are_as_the_model_says(self) -> None:
        if not hasattr(self, "plan"):
            return
        plan = fresh(self.plan)
        self.want.refresh_from_db()
        match = Match.objects.filter(preference=self.want).first()
        need = UnmetEligibleNeed.objects.filter(outcome=self.outcome, state="open").exists()
        assert (plan.state, plan.edition) == (self.state["plan"], self.edition)
        assert self.want.state == self.state["preference"]
        assert (match and match.state) == self.state["match"]
        assert need == (self.state["need"] == "open")
        told = EventRecord.objects.filter(kind="pathway.preference_met", body__preference=str(self.want.pk))
        assert told.count() == self.met
        assert (plan.state == Plan.State.AGREED) <= (plan.versions.filter(number=plan.version).count() == 1)

    def teardown(self) -> None:
        if hasattr(self, "savepoint"):
            transaction.savepoint_rollback(self.savepoint)


def test_no_random_walk_leaves_the_drawing(council: Council) -> None:
    Thread.council = council
    quick = settings(
        max_examples=12, stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    run_state_machine_as_test(Thread, settings=quick)
