"""Answer an opportunity."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.publishing.models import Opportunity, OpportunityAnswer

from .opportunities import OPEN, at_step


@action("publishing.opportunity_answered")
def answer(
    *, by: Actor, at: datetime, opportunity: UUID, organisation: UUID, user: User, words: str, needs: str = ""
) -> OpportunityAnswer:
    """Keep what an organisation can bring; said again, the new words take the place of the old.

    :raises NotNow: the opportunity is not open.
    """
    found = at_step(opportunity, *OPEN)
    said = {"words": words, "needs": needs, "answered_by": user, "answered_on": timezone.localtime(at).date()}
    made, _ = OpportunityAnswer.objects.update_or_create(opportunity=found, organisation_id=organisation, defaults=said)
    note(made, opportunity=str(found.pk), organisation=str(organisation), words=words, needs=needs)
    if found.state == Opportunity.State.PUBLISHED:
        found.state = Opportunity.State.ANSWERED
        found.save(update_fields=["state"])
        note(found, state=found.state)
    return made
