"""Its author finds it by their code, and takes it back."""

from datetime import datetime

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.drafts.code import read_code
from marketcross.web.directory.models import Feedback
from marketcross.web.directory.models.feedback import Standing

from .digests import code_digest


def feedback_of(code: str) -> Feedback | None:
    """The feedback of a code, however it is typed; None for a wrong code, and for one that was used to withdraw."""
    plain = read_code(code)
    found = Feedback.objects.select_related("service")
    return found.filter(code_digest=code_digest(plain)).first() if plain else None


@action("directory.feedback_withdrawn")
def withdraw(*, by: Actor, at: datetime, feedback: Feedback) -> None:
    """Delete it with its words and reply. A safeguarding concern stays with the council, and its code opens no more."""
    held = Feedback.objects.select_for_update().get(pk=feedback.pk)
    note(held)
    if held.standing == Standing.DIVERTED:
        held.code_digest = b""
        held.save(update_fields=["code_digest"])
    else:
        held.delete()
