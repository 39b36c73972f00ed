"""A message whose words must not stay here: it is sent at once, and only that it was sent is kept."""

from datetime import datetime

from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import Message

from .actions import written
from .backends import CannotSendError, backend_for


def send_unkept(*, by: Actor, at: datetime, template: str, to: str, **words: object) -> bool:
    """Send ``template`` now; says whether it left. Neither the address nor a word of it is stored anywhere."""
    subject, body = written(template, **words)
    said = Message(channel=Message.Channel.EMAIL, to=to, template=template, subject=subject, body=body, at=at)
    backend = backend_for(said)
    state = Message.State.SENT if backend else Message.State.KEPT
    try:
        if backend:
            backend.send(said)
    except CannotSendError:
        state = Message.State.FAILED
    _note_sent(by=by, at=at, template=template, subject=subject, state=state)
    return state == Message.State.SENT


@action("message.sent_unkept")
def _note_sent(*, by: Actor, at: datetime, template: str, subject: str, state: str) -> None:
    """Note that a message without kept words went out, or did not."""
    message = Message.objects.create(
        channel=Message.Channel.EMAIL,
        state=state,
        to=_("not kept"),
        template=template,
        subject=subject,
        body=_("The words of this message are not kept."),
        at=at,
        sent_at=at if state == Message.State.SENT else None,
    )
    note(message, template=template, state=state)
