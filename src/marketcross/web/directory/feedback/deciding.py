"""A moderator decides: show it, do not show it for a reason, or pass it on as a safeguarding concern."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.messages.actions import send
from marketcross.web.directory.models import Feedback, FeedbackReply
from marketcross.web.directory.models.feedback import Standing
from marketcross.web.directory.queries.organisations import speakers_of


class Decided(Exception):
    """Somebody else decided in the meantime, or its author took it back."""


@action("directory.feedback_published")
def publish(*, by: Actor, at: datetime, feedback: UUID) -> None:
    """Show it, and tell whoever speaks for the provider that they may reply."""
    held = _decide(feedback, Standing.PUBLISHED, at)
    for user in speakers_of(held.service.organisation_id, timezone.localtime(at).date()):
        send(by=by, at=at, template="feedback_shown", to=user.email, about=held, service=held.service.name)


@action("directory.feedback_declined")
def decline(*, by: Actor, at: datetime, feedback: UUID, reason: str) -> None:
    """Do not show it, or show it no longer."""
    _decide(feedback, Standing.DECLINED, at, reason)


@action("directory.feedback_diverted")
def divert(*, by: Actor, at: datetime, feedback: UUID) -> None:
    """Pass it on to the council at once. The message carries none of the words: they are read on a page of staff."""
    held = _decide(feedback, Standing.DIVERTED, at)
    FeedbackReply.objects.filter(feedback=held).delete()
    to = settings.ENVIRONMENT.safeguarding_email or settings.ENVIRONMENT.contact_email
    send(by=by, at=at, template="feedback_concern", to=to, about=held)


@action("directory.feedback_concern_taken_up")
def take_up(*, by: Actor, at: datetime, feedback: UUID) -> None:
    """Somebody at the council looks into a concern; it leaves the list."""
    held = Feedback.objects.select_for_update().get(pk=feedback, standing=Standing.DIVERTED)
    held.taken_up_on = timezone.localtime(at).date()
    held.save(update_fields=["taken_up_on"])
    note(held, taken_up_on=held.taken_up_on)


def _decide(feedback: UUID, standing: str, at: datetime, reason: str = "") -> Feedback:
    """:raises Decided: it is gone, passed on, or stands so already."""
    held = Feedback.objects.select_for_update().filter(pk=feedback).first()
    if held is None or held.standing in (Standing.DIVERTED, Standing.DECLINED, standing):
        raise Decided
    held.standing, held.reason, held.decided_on = standing, reason, timezone.localtime(at).date()
    held.save(update_fields=["standing", "reason", "decided_on"])
    note(held, standing=standing, reason=reason)
    return held
