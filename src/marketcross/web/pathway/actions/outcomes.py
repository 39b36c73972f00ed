"""Write down what a plan is for."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.pathway.models import Plan, PlanOutcome
from marketcross.web.pathway.moves import MoveRefused
from marketcross.web.pathway.outcomes import outcomes

from .plans import next_edition, opened


def _known(plan: Plan, code: str) -> str:
    if code not in outcomes(plan.of):
        raise MoveRefused(_("Choose an outcome of the list."))
    return code


@action("pathway.outcome_added")
def add_outcome(
    *, by: Actor, at: datetime, plan: UUID, edition: int, code: str, words: str, eligible: bool = False
) -> PlanOutcome:
    """Add an outcome: one of the regulations', in the person's words."""
    found = opened(plan, edition=edition)
    outcome = PlanOutcome.objects.create(
        plan=found, code=_known(found, code), words=words, eligible=eligible, added_on=timezone.localdate(at)
    )
    next_edition(found, by)
    note(outcome, plan=plan, code=code, words=words, eligible=eligible, added_on=outcome.added_on)
    return outcome


@action("pathway.outcome_changed")
def change_outcome(
    *, by: Actor, at: datetime, outcome: UUID, edition: int, code: str, words: str, eligible: bool
) -> PlanOutcome:
    """Say it better. An outcome with an open unmet need stays eligible until that need is met or closed."""
    found = PlanOutcome.objects.get(pk=outcome)
    plan = opened(found.plan_id, edition=edition)
    if not eligible and found.needs.filter(state="open").exists():
        raise MoveRefused(_("A need is open for this outcome. Its manager has to meet or close it first."))
    found.code, found.words, found.eligible = _known(plan, code), words, eligible
    found.save(update_fields=["code", "words", "eligible"])
    next_edition(plan, by)
    note(found, code=code, words=words, eligible=eligible)
    return found


@action("pathway.outcome_taken_out")
def take_out_outcome(*, by: Actor, at: datetime, outcome: UUID, edition: int) -> None:
    """Take an outcome out of the plan with its lines; history and earlier versions keep it."""
    found = PlanOutcome.objects.get(pk=outcome)
    plan = opened(found.plan_id, edition=edition)
    if found.needs.filter(state="open").exists():
        raise MoveRefused(_("A need is open for this outcome. Its manager has to meet or close it first."))
    found.taken_out_on = timezone.localdate(at)
    found.save(update_fields=["taken_out_on"])
    next_edition(plan, by)
    note(found, taken_out_on=found.taken_out_on)
