"""Both sides agree a plan; an agreed plan is kept as a version, opened again, or ended."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.pathway.models import Plan, PlanVersion, UnmetEligibleNeed
from marketcross.web.pathway.moves import MoveRefused
from marketcross.web.pathway.queries.content import content_of, empty_outcomes

from .plans import next_edition, opened


@action("pathway.plan_agreed_by_person")
def agree_as_person(*, by: Actor, at: datetime, plan: UUID, edition: int, how: str) -> Plan:
    """The person, or who may decide for them, agrees to the plan as it stands in ``edition``."""
    found = _whole(plan, edition)
    found.person_agreed_on, found.person_agreed_how = timezone.localdate(at), how
    note(found, person_agreed_on=found.person_agreed_on, person_agreed_how=how)
    return _settled(found, by)


@action("pathway.plan_agreed_by_council")
def agree_as_council(*, by: Actor, at: datetime, plan: UUID, edition: int) -> Plan:
    """The practitioner agrees to the plan for the council as it stands in ``edition``."""
    found = _whole(plan, edition)
    found.council_agreed_on, found.council_agreed_by_id = timezone.localdate(at), by.id
    note(found, council_agreed_on=found.council_agreed_on, council_agreed_by=by.id)
    return _settled(found, by)


def _whole(plan: UUID, edition: int) -> Plan:
    """A plan that has something in it: an outcome, and in each a line or a need that is owed."""
    found = opened(plan, edition=edition, move="agree")
    if not found.outcomes.filter(taken_out_on=None).exists():
        raise MoveRefused(_("There is nothing in this plan yet. Add what the person wants first."))
    if empty := empty_outcomes(found):
        raise MoveRefused(
            _("Nothing meets this yet: %(words)s. Add a line, or say that the need is not met.")
            % {"words": "; ".join(outcome.words for outcome in empty)}
        )
    return found


def _settled(plan: Plan, by: Actor) -> Plan:
    """Where both have agreed, the plan is agreed, and kept whole."""
    if plan.person_agreed_on and plan.council_agreed_on:
        plan.state = Plan.State.AGREED
        names = ("person_agreed_on", "person_agreed_how", "council_agreed_on", "council_agreed_by_id")
        kept = PlanVersion.objects.create(
            plan=plan, number=plan.version, content=content_of(plan), **{name: getattr(plan, name) for name in names}
        )
        note(kept, plan=plan.pk, number=plan.version)
    next_edition(plan, by, agreed=True)
    return plan


@action("pathway.plan_reopened")
def reopen(*, by: Actor, at: datetime, plan: UUID, edition: int) -> Plan:
    """Begin the next version of an agreed plan; the agreed one stays as it was."""
    found = opened(plan, edition=edition, move="reopen")
    found.state, found.version = Plan.State.DRAFT, found.version + 1
    next_edition(found, by)
    note(found, state=found.state, version=found.version)
    return found


@action("pathway.plan_ended")
def end_plan(*, by: Actor, at: datetime, plan: UUID, edition: int, because: str) -> Plan:
    """End a plan. One with an open unmet eligible need ends only with the person's death."""
    found = opened(plan, edition=edition, move="end")
    owed = UnmetEligibleNeed.objects.filter(outcome__plan=found, state="open").exists()
    if owed and because != Plan.Ending.DIED:
        raise MoveRefused(_("A need is not met. Its manager has to meet or close it before this plan ends."))
    found.state, found.ended_because, found.ended_on = Plan.State.ENDED, because, timezone.localdate(at)
    next_edition(found, by, agreed=True)
    note(found, ended_because=because, ended_on=found.ended_on)
    return found
