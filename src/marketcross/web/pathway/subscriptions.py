"""What the pathway does when the directory or the register has news."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.events import subscribe
from marketcross.web.directory.events import ServiceHidden, ServiceListed
from marketcross.web.people.events import Died
from marketcross.web.people.merging import open_work
from marketcross.web.people.queries import current

from . import actions
from .actions.deaths import has_open_work
from .models import Introduction, Match, Plan
from .queries.meeting import met_by


@subscribe(ServiceListed, "pathway.match")
def on_service_listed(event: ServiceListed, *, at: datetime) -> None:
    """Put the service before whoever works with people that want it; delivered again, it finds nothing new."""
    service = UUID(event.service)
    wants = set(met_by(service, listed_on=timezone.localdate(at)))
    lost = Match.objects.filter(service=service, state="lost", preference__in=wants, preference__state="open")
    if keys := list(lost.values_list("pk", flat=True)):
        actions.find_again(by=SYSTEM, at=at, matches=keys)
    if new := wants - set(Match.objects.filter(service=service).values_list("preference", flat=True)):
        actions.find_matches(by=SYSTEM, at=at, service=service, preferences=sorted(new))


@subscribe(ServiceHidden, "pathway.unmatch")
def on_service_hidden(event: ServiceHidden, *, at: datetime) -> None:
    """Nobody is told of a service that is no longer listed."""
    open_ones = Match.objects.filter(service=UUID(event.service), state__in=["found", "told"])
    if keys := list(open_ones.values_list("pk", flat=True)):
        actions.lose_matches(by=SYSTEM, at=at, matches=keys)


@subscribe(Died, "pathway.end")
def on_died(event: Died, *, at: datetime) -> None:
    """End what is open of somebody who has died."""
    person = current(UUID(event.person))
    if has_open_work(person):
        actions.end_for_death(by=SYSTEM, at=at, person=person)


@open_work("pathway")
def plans_and_introductions(person: UUID) -> int:
    """What somebody is in the middle of: a merge asks about it where both records have some."""
    plans = Plan.objects.filter(person=person).exclude(state="ended").count()
    return plans + Introduction.objects.filter(person=person).exclude(state="ended").count()
