"""Somebody says how it was. Who they are is neither asked nor kept, whether they signed in or not."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.drafts.code import new_code, read_code
from marketcross.web.directory.models import Feedback, FeedbackWords

from .digests import alike, code_digest


@dataclass(frozen=True, slots=True)
class Said:
    """The three answers (``models.feedback.Answer``) and the words, if any."""

    wanted: str
    treated: str
    promised: str
    words: str = ""


@action("directory.feedback_given")
def give_feedback(*, by: Actor, at: datetime, service: UUID, said: Said) -> str:
    """Keep it for a moderator; the code with which its author can withdraw it, which is kept nowhere."""
    code = new_code()
    plain = read_code(code)
    assert plain
    given = Feedback.objects.create(
        service_id=service,
        wanted=said.wanted,
        treated=said.treated,
        promised=said.promised,
        said_on=timezone.localtime(at).date(),
        code_digest=code_digest(plain),
    )
    if text := said.words.strip():
        FeedbackWords.objects.create(feedback=given, text=text, alike=alike(text))
    note(given, service=str(service))
    return code
