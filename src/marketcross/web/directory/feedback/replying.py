"""The provider's right of reply: written by who speaks for it, checked as feedback is."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.directory.models import Feedback, FeedbackReply
from marketcross.web.directory.models.feedback import Standing

from .deciding import Decided


def may_reply(feedback: Feedback) -> bool:
    """Whether it is shown, has words, and has no reply but one that was declined."""
    reply = getattr(feedback, "reply", None)
    answered = reply is not None and reply.standing != Standing.DECLINED
    return feedback.standing == Standing.PUBLISHED and hasattr(feedback, "words") and not answered


@action("directory.feedback_replied")
def reply(*, by: Actor, at: datetime, feedback: UUID, text: str) -> FeedbackReply:
    """Keep a reply for a moderator, in the place of one that was declined.

    :raises Decided: there is nothing to reply to, or a reply already.
    """
    held = Feedback.objects.select_for_update().filter(pk=feedback).first()
    if held is None or not may_reply(held):
        raise Decided
    FeedbackReply.objects.filter(feedback=held).delete()
    made = FeedbackReply.objects.create(feedback=held, text=text.strip(), said_on=timezone.localtime(at).date())
    note(made, feedback=str(held.pk))
    return made


@action("directory.feedback_reply_decided")
def decide_reply(*, by: Actor, at: datetime, feedback: UUID, reason: str = "") -> None:
    """Show a reply or, where there is a reason, do not.

    :raises Decided: it does not wait.
    """
    held = FeedbackReply.objects.select_for_update().filter(feedback=feedback, standing=Standing.WAITING).first()
    if held is None:
        raise Decided
    held.standing = Standing.DECLINED if reason else Standing.PUBLISHED
    held.reason, held.decided_on = reason, timezone.localtime(at).date()
    held.save(update_fields=["standing", "reason", "decided_on"])
    note(held, standing=held.standing, reason=reason)
