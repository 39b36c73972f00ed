"""Words go after three years, with the reply to them; the answers stay, since they name nobody."""

from datetime import date, datetime

from django.db.models import QuerySet

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.directory.models import FeedbackReply, FeedbackWords
from marketcross.web.directory.stale.stages import months_after

KEPT_MONTHS = 36


def old_words(on: date) -> QuerySet[FeedbackWords]:
    """What was said three years or more before a day."""
    return FeedbackWords.objects.filter(feedback__said_on__lte=months_after(on, -KEPT_MONTHS))


@action("directory.feedback_words_erased")
def erase_words(*, by: Actor, at: datetime, words: FeedbackWords) -> None:
    """Erase the words of one feedback, and what the provider replied to them."""
    note(words)
    FeedbackReply.objects.filter(feedback=words.feedback_id).delete()
    words.delete()
