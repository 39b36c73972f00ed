"""A service appears that meets an opportunity, or goes away again."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.directory.queries import services_meeting
from marketcross.web.directory.vocabulary import ANY, EVERYBODY
from marketcross.web.publishing.evidence.asking import NOT_SAID
from marketcross.web.publishing.models import Opportunity, OpportunityService

from .opportunities import OPEN, at_step


def services_that_meet(one: Opportunity) -> list[UUID]:
    """The listed services that meet what it asks for."""
    locality = "" if one.locality == NOT_SAID else one.locality
    found = services_meeting(one.category, locality, one.group or EVERYBODY, one.time or ANY)
    return [service.id for service in found]


@action("publishing.opportunity_met")
def note_met(*, by: Actor, at: datetime, opportunity: UUID, service: UUID) -> Opportunity:
    """Note that a service can meet it from now on; noted again, nothing changes."""
    found = at_step(opportunity, *OPEN)
    day = timezone.localtime(at).date()
    OpportunityService.objects.get_or_create(opportunity=found, service=service, defaults={"since": day})
    found.state = Opportunity.State.MET
    found.save(update_fields=["state"])
    note(found, state=found.state, service=str(service))
    return found


@action("publishing.opportunity_no_longer_met")
def note_no_longer_met(*, by: Actor, at: datetime, opportunity: UUID, service: UUID) -> Opportunity:
    """Note that a service meets it no more; without any other it is open again."""
    found = at_step(opportunity, *OPEN)
    found.services.filter(service=service).delete()
    if not found.services.exists():
        answered = found.answers.exists()
        found.state = Opportunity.State.ANSWERED if answered else Opportunity.State.PUBLISHED
        found.save(update_fields=["state"])
    note(found, state=found.state, service=str(service))
    return found
