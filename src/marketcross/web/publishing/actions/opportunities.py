"""Turn a gap into an opportunity, publish it, withdraw it, and say what made it possible."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from marketcross.web.commissioning.queries import grant as grant_of
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.publishing.models import EvidenceCount, Opportunity

State = Opportunity.State
SAID = ("title", "words", "we_offer", "how_to_answer")
OPEN = (State.PUBLISHED, State.ANSWERED, State.MET)


class NotNow(ValueError):
    """An opportunity that is not at the step at which this can be done."""


def at_step(key: UUID, *states: str) -> Opportunity:
    """The opportunity, locked until the transaction ends.

    :raises NotNow: it is at another step.
    """
    found = Opportunity.objects.select_for_update(of=("self",)).get(pk=key)
    if found.state not in states:
        raise NotNow(f"the opportunity is {found.state}")
    return found


@action("publishing.opportunity_made")
def make_opportunity(*, by: Actor, at: datetime, evidence: EvidenceCount, **said: Any) -> Opportunity:
    """Draft an opportunity from a count: ``title``, ``words``, ``we_offer``, ``how_to_answer``."""
    codes = {name: getattr(evidence, name) for name in ("category", "locality", "group", "time")}
    made = Opportunity.objects.create(evidence=evidence, **codes, **said)
    note(made, evidence=str(evidence.pk), **codes, **said)
    return made


@action("publishing.opportunity_changed")
def change_opportunity(*, by: Actor, at: datetime, opportunity: UUID, **said: Any) -> Opportunity:
    """Change its words; what it asks for and its evidence stay."""
    found = at_step(opportunity, State.DRAFT, *OPEN)
    for name in SAID:
        setattr(found, name, said[name])
    found.save(update_fields=SAID)
    note(found, **{name: said[name] for name in SAID})
    return found


@action("publishing.opportunity_published")
def publish_opportunity(*, by: Actor, at: datetime, opportunity: UUID) -> Opportunity:
    """Show it to everybody. What already meets it is found at once."""
    from .meeting import note_met, services_that_meet

    found = at_step(opportunity, State.DRAFT)
    found.state, found.published_on = State.PUBLISHED, timezone.localtime(at).date()
    found.save(update_fields=["state", "published_on"])
    note(found, state=found.state, published_on=found.published_on)
    for service in services_that_meet(found):
        note_met(by=by, at=at, opportunity=found.pk, service=service)
    return found


@action("publishing.opportunity_withdrawn")
def withdraw(*, by: Actor, at: datetime, opportunity: UUID, because: str) -> Opportunity:
    """Take it from the list, with the reason."""
    found = at_step(opportunity, State.DRAFT, *OPEN)
    found.state, found.withdrawn_because = State.WITHDRAWN, because
    found.save(update_fields=["state", "withdrawn_because"])
    note(found, state=found.state, withdrawn_because=because)
    return found


@action("publishing.opportunity_helped_by_grant")
def link_grant(*, by: Actor, at: datetime, opportunity: UUID, grant: UUID) -> Opportunity:
    """Say which small grant made it possible.

    :raises NotNow: the grant is not agreed.
    """
    found, helped = at_step(opportunity, *OPEN), grant_of(grant)
    if helped is None or not helped.agreed:
        raise NotNow("the grant is not agreed")
    found.grant_id = grant
    found.save(update_fields=["grant"])
    note(found, grant=str(grant))
    return found
