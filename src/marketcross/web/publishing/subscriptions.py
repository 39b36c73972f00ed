"""What publishing does when the directory has news."""

from datetime import datetime
from uuid import UUID

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.events import subscribe
from marketcross.web.directory.events import ServiceHidden, ServiceListed

from . import actions
from .actions.meeting import services_that_meet
from .actions.opportunities import OPEN
from .models import Opportunity


@subscribe(ServiceListed, "publishing.meet")
def on_service_listed(event: ServiceListed, *, at: datetime) -> None:
    """Every open opportunity that the service now meets says so, and one that it meets no more does not."""
    service = UUID(event.service)
    for one in Opportunity.objects.filter(state__in=OPEN):
        meets, noted = service in services_that_meet(one), one.services.filter(service=service).exists()
        if meets and not noted:
            actions.note_met(by=SYSTEM, at=at, opportunity=one.pk, service=service)
        if noted and not meets:
            actions.note_no_longer_met(by=SYSTEM, at=at, opportunity=one.pk, service=service)


@subscribe(ServiceHidden, "publishing.no_longer_meet")
def on_service_hidden(event: ServiceHidden, *, at: datetime) -> None:
    """A service that cannot be found meets nothing."""
    service = UUID(event.service)
    for one in Opportunity.objects.filter(state__in=OPEN, services__service=service):
        actions.note_no_longer_met(by=SYSTEM, at=at, opportunity=one.pk, service=service)
