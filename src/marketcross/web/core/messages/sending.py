"""Send one kept message, once."""

from django.utils import timezone

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import Message

from .actions import mark
from .backends import CannotSendError, backend_for


def send_kept(key: str) -> None:
    """Send the message with this key unless it went already.

    :raises CannotSendError: it did not leave; the job tries again later.
    """
    message = Message.objects.get(pk=key)
    if message.state in {Message.State.SENT, Message.State.KEPT}:
        return
    backend = backend_for(message)
    if backend is None:
        mark(by=SYSTEM, at=timezone.now(), message=message, state=Message.State.KEPT)
        return
    try:
        backend.send(message)
    except CannotSendError as error:
        mark(by=SYSTEM, at=timezone.now(), message=message, state=Message.State.FAILED, problem=str(error))
        raise
    mark(by=SYSTEM, at=timezone.now(), message=message, state=Message.State.SENT)
