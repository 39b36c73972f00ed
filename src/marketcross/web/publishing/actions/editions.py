"""Draft an edition of the live statement, ask for it to be published, and note what became of it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.publishing.models import Edition, EvidenceSnapshot

from .opportunities import NotNow

State = Edition.State


@action("publishing.edition_drafted")
def draft_edition(*, by: Actor, at: datetime, snapshot: EvidenceSnapshot, message: str) -> Edition:
    """Begin the next edition on the counts of a snapshot."""
    last = Edition.objects.aggregate(last=Max("number"))["last"] or 0
    made = Edition.objects.create(number=last + 1, snapshot=snapshot, message=message)
    note(made, number=made.number, snapshot=str(snapshot.pk), message=message)
    return made


@action("publishing.edition_asked_for")
def ask_to_publish(*, by: Actor, at: datetime, edition: UUID, user: User) -> Edition:
    """Let a job build and publish it; the job is a row of the same transaction.

    :raises NotNow: it is being built, or is published.
    """
    from marketcross.web.publishing.jobs import publish_edition

    found = _at_step(edition, State.DRAFT, State.FAILED)
    found.state, found.asked_by, found.problem = State.WAITING, user, ""
    found.save(update_fields=["state", "asked_by", "problem"])
    note(found, state=found.state, asked_by=str(user.pk))
    publish_edition.defer(edition=str(edition))
    return found


@action("publishing.edition_published")
def mark_published(*, by: Actor, at: datetime, edition: UUID) -> Edition:
    """Note that it stands where everybody reads it."""
    found = _at_step(edition, State.WAITING)
    found.state, found.published_on = State.PUBLISHED, timezone.localtime(at).date()
    found.save(update_fields=["state", "published_on"])
    note(found, state=found.state, published_on=found.published_on)
    return found


@action("publishing.edition_failed")
def mark_failed(*, by: Actor, at: datetime, edition: UUID, problem: str) -> Edition:
    """Note why it could not be built. The edition before it stands as it was."""
    found = _at_step(edition, State.WAITING)
    found.state, found.problem = State.FAILED, problem
    found.save(update_fields=["state", "problem"])
    note(found, state=found.state)
    return found


def _at_step(key: UUID, *states: str) -> Edition:
    found = Edition.objects.select_for_update(of=("self",)).get(pk=key)
    if found.state not in states:
        raise NotNow(f"the edition is {found.state}")
    return found
