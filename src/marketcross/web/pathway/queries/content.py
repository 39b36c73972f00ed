"""A plan as data: what both sides agree to, and what a version keeps."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from marketcross.web.pathway.models import Plan, PlanLine, PlanOutcome, UnmetEligibleNeed


def live_outcomes(plan: Plan) -> QuerySet[PlanOutcome]:
    """The outcomes that are in the plan now, in the order in which they were added."""
    return plan.outcomes.filter(taken_out_on=None).order_by("added_on", "pk")


def live_lines(outcome: PlanOutcome) -> QuerySet[PlanLine]:
    """The lines that are in an outcome now."""
    return outcome.lines.filter(taken_out_on=None).order_by("added_on", "pk")


def empty_outcomes(plan: Plan) -> list[PlanOutcome]:
    """Outcomes in which there is neither a line nor a need that is owed: a plan with one cannot be agreed."""
    lines = PlanLine.objects.filter(outcome=OuterRef("pk"), taken_out_on=None)
    owed = UnmetEligibleNeed.objects.filter(outcome=OuterRef("pk"), state="open")
    return list(live_outcomes(plan).exclude(Exists(lines)).exclude(Exists(owed)))


def weekly_total(plan: Plan) -> int:
    """What the lines cost a week, in pence."""
    lines = PlanLine.objects.filter(outcome__plan=plan, outcome__taken_out_on=None, taken_out_on=None)
    return sum(pence for pence in lines.values_list("weekly_pence", flat=True) if pence)


def once_total(plan: Plan) -> int:
    """What the lines cost once, in pence."""
    lines = PlanLine.objects.filter(outcome__plan=plan, outcome__taken_out_on=None, taken_out_on=None)
    return sum(pence for pence in lines.values_list("once_pence", flat=True) if pence)


def content_of(plan: Plan) -> dict[str, Any]:
    """All that stands in the plan, as plain data: codes, words, whole pence, keys as text."""
    return {
        "of": plan.of,
        "weekly_pence": weekly_total(plan),
        "once_pence": once_total(plan),
        "outcomes": [_outcome(outcome) for outcome in live_outcomes(plan)],
    }


def _outcome(outcome: PlanOutcome) -> dict[str, Any]:
    return {
        "id": str(outcome.pk),
        "code": outcome.code,
        "words": outcome.words,
        "eligible": outcome.eligible,
        "lines": [_line(line) for line in live_lines(outcome)],
        "needs": [{"opened_on": str(need.opened_on)} for need in outcome.needs.filter(state="open")],
        "wants": [_want(want) for want in outcome.preferences.exclude(state="withdrawn").order_by("noted_on", "pk")],
    }


def _line(line: PlanLine) -> dict[str, Any]:
    names = ("means", "words", "held_as", "weekly_pence", "once_pence", "service_name")
    return {"id": str(line.pk), "service": str(line.service or "")} | {name: getattr(line, name) for name in names}


def _want(want: Any) -> dict[str, Any]:
    names = ("category", "locality", "group", "time", "price", "taken_instead", "state")
    return {"id": str(want.pk)} | {name: getattr(want, name) for name in names}
