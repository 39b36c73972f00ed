"""Write down who does what, with money or without."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.pathway.models import Plan, PlanLine, PlanOutcome, UnmetPreference
from marketcross.web.pathway.moves import MoveRefused

from .plans import next_edition, opened
from .steps import name_of


@action("pathway.line_added")
def add_line(
    *,
    by: Actor,
    at: datetime,
    outcome: UUID,
    edition: int,
    means: str,
    words: str,
    held_as: str = "",
    weekly_pence: int | None = None,
    once_pence: int | None = None,
    service: UUID | None = None,
    preference: UUID | None = None,
) -> PlanLine:
    """Add a line to an outcome. ``preference``: the want for which its service was chosen."""
    of = PlanOutcome.objects.get(pk=outcome)
    plan = opened(of.plan_id, edition=edition)
    if of.taken_out_on:
        raise MoveRefused(_("This outcome was taken out of the plan."))
    line = PlanLine.objects.create(
        outcome=of,
        means=means,
        words=words,
        held_as=held_as,
        weekly_pence=weekly_pence,
        once_pence=once_pence,
        service=service,
        service_name=name_of(service) if service else "",
        added_on=timezone.localdate(at),
    )
    next_edition(plan, by)
    note(
        line, outcome=outcome, means=means, words=words, held_as=held_as, weekly_pence=weekly_pence,
        once_pence=once_pence, service=service, added_on=line.added_on,
    )  # fmt: skip
    if preference:
        _chosen_for(line, preference, plan)
    return line


def _chosen_for(line: PlanLine, preference: UUID, plan: Plan) -> None:
    """Say which want the line answers: one of the same person, chosen, and for this very service."""
    want = UnmetPreference.objects.select_for_update().get(pk=preference, person=plan.person_id)
    if want.met_by is None or want.met_by != line.service:
        raise MoveRefused(_("The person has not chosen this service for what they wanted."))
    want.line = line
    want.save(update_fields=["line"])
    note(want, line=line.pk)


@action("pathway.line_agreed_with_service")
def agree_with_service(*, by: Actor, at: datetime, line: UUID) -> PlanLine:
    """The service has said yes. That changes nothing of what both sides agreed, so it needs no new edition."""
    found = PlanLine.objects.select_for_update().get(pk=line)
    if found.service is None or found.taken_out_on or found.outcome.plan.state == Plan.State.ENDED:
        raise MoveRefused(_("Only a line that names a service and is in a plan can be agreed with one."))
    if found.agreed_with_service_on:
        raise MoveRefused(_("This line is agreed with the service already."))
    found.agreed_with_service_on = timezone.localdate(at)
    found.save(update_fields=["agreed_with_service_on"])
    note(found, agreed_with_service_on=found.agreed_with_service_on)
    return found


@action("pathway.line_taken_out")
def take_out_line(*, by: Actor, at: datetime, line: UUID, edition: int) -> None:
    """Take a line out of the plan; history and earlier versions keep it."""
    found = PlanLine.objects.select_related("outcome").get(pk=line)
    plan = opened(found.outcome.plan_id, edition=edition)
    found.taken_out_on = timezone.localdate(at)
    found.save(update_fields=["taken_out_on"])
    next_edition(plan, by)
    note(found, taken_out_on=found.taken_out_on)
