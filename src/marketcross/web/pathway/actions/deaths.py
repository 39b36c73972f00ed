"""When somebody has died, nothing of theirs stays open."""

from datetime import datetime
from uuid import UUID

from marketcross.web.core.actions import action
from marketcross.web.core.actor import Actor
from marketcross.web.pathway.models import Introduction, Plan, UnmetEligibleNeed, UnmetPreference

from .agreeing import end_plan
from .introductions import end_introduction
from .needs import close_for_death
from .preferences import withdraw

DIED = "died"


@action("pathway.ended_for_death")
def end_for_death(*, by: Actor, at: datetime, person: UUID) -> None:
    """End introductions and plans, withdraw wants, close needs; what was noted before stays evidence."""
    for introduction in Introduction.objects.filter(person=person).exclude(state="ended"):
        end_introduction(by=by, at=at, introduction=introduction.pk, because=DIED)
    for need in UnmetEligibleNeed.objects.filter(outcome__plan__person=person, state="open"):
        close_for_death(by=by, at=at, need=need.pk)
    for plan in Plan.objects.filter(person=person).exclude(state="ended"):
        end_plan(by=by, at=at, plan=plan.pk, edition=plan.edition, because=DIED)
    for want in UnmetPreference.objects.filter(person=person, state="open"):
        withdraw(by=by, at=at, preference=want.pk, because=DIED)


def has_open_work(person: UUID) -> bool:
    """Whether anything of a person is open: an action may not be done for nothing."""
    return (
        Introduction.objects.filter(person=person).exclude(state="ended").exists()
        or Plan.objects.filter(person=person).exclude(state="ended").exists()
        or UnmetEligibleNeed.objects.filter(outcome__plan__person=person, state="open").exists()
        or UnmetPreference.objects.filter(person=person, state="open").exists()
    )
