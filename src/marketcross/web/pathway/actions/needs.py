"""An eligible need that nothing meets: opened with a named manager at once, and open until it is met."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.core.messages import send
from marketcross.web.core.models import User
from marketcross.web.pathway.events import NeedOpened
from marketcross.web.pathway.models import Plan, PlanLine, PlanOutcome, UnmetEligibleNeed
from marketcross.web.pathway.moves import MoveRefused, require
from marketcross.web.people.queries import may


@action("pathway.need_opened")
def open_need(*, by: Actor, at: datetime, outcome: UUID, manager: User) -> UnmetEligibleNeed:
    """Say that nothing meets an eligible outcome. The manager has it on their list, and a message, from this moment."""
    of = PlanOutcome.objects.select_for_update().get(pk=outcome)
    on = timezone.localdate(at)
    _check(of, by, manager, on)
    need = UnmetEligibleNeed.objects.create(outcome=of, manager=manager, opened_by_id=by.id, opened_on=on)
    note(need, outcome=outcome, manager=manager.pk, opened_on=on)
    send(by=by, at=at, template="unmet_eligible_need", to=manager.email, about=need)
    publish(NeedOpened(need=str(need.pk)))
    return need


def _check(outcome: PlanOutcome, by: Actor, manager: User, on: date) -> None:
    if not outcome.eligible:
        raise MoveRefused(
            _("This outcome is not eligible, so nothing is owed for it. Note what the person wants instead.")
        )
    if outcome.taken_out_on or outcome.plan.state == Plan.State.ENDED:
        raise MoveRefused(_("This outcome is no longer in a plan."))
    if outcome.needs.filter(state="open").exists():
        raise MoveRefused(_("A manager has this need already."))
    if manager.pk == by.id:
        raise MoveRefused(_("The manager has to be somebody else than you."))
    if not may(manager, outcome.plan.person_id, on):
        raise MoveRefused(_("This manager may not open the person's record. Choose one of the person's team."))


@action("pathway.need_met")
def meet_need(*, by: Actor, at: datetime, need: UUID, line: UUID) -> UnmetEligibleNeed:
    """A line of the same outcome meets it now."""
    found = UnmetEligibleNeed.objects.select_for_update().get(pk=need)
    require("need", found.state, "meet")
    meets = PlanLine.objects.filter(pk=line, outcome=found.outcome_id, taken_out_on=None).first()
    if meets is None:
        raise MoveRefused(_("Choose a line of this outcome that is in the plan."))
    found.state, found.met_by, found.met_on = UnmetEligibleNeed.State.MET, meets, timezone.localdate(at)
    found.save(update_fields=["state", "met_by", "met_on"])
    note(found, met_by=line, met_on=found.met_on)
    return found


@action("pathway.need_closed")
def close_need(*, by: Actor, at: datetime, need: UUID, because: str) -> UnmetEligibleNeed:
    """Its manager, and nobody else, may say that there is no need any more, or that there never was."""
    found = UnmetEligibleNeed.objects.select_for_update().get(pk=need)
    require("need", found.state, "close")
    if by.id != found.manager_id:
        raise MoveRefused(_("Only the manager of this need may close it."))
    return _closed(found, at, because)


def _closed(need: UnmetEligibleNeed, at: datetime, because: str) -> UnmetEligibleNeed:
    need.state, need.closed_because, need.closed_on = "closed", because, timezone.localdate(at)
    need.save(update_fields=["state", "closed_because", "closed_on"])
    note(need, closed_because=because, closed_on=need.closed_on)
    return need


@action("pathway.need_closed_by_death")
def close_for_death(*, by: Actor, at: datetime, need: UUID) -> UnmetEligibleNeed:
    """The person died before it was met. That it was open until then stays on record."""
    found = UnmetEligibleNeed.objects.select_for_update().get(pk=need)
    require("need", found.state, "close")
    return _closed(found, at, UnmetEligibleNeed.Ending.DIED)
