"""Write a message, keep it, and send it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.template import Context
from django.template.loader import get_template

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import Message


def written(template: str, **words: Any) -> tuple[str, str]:
    """Subject and body of a message, as plain text: an apostrophe stays one; whoever shows it as HTML escapes it."""
    context = Context(words | {"council": settings.ENVIRONMENT}, autoescape=False)
    text = get_template(f"core/messages/{template}.txt").template.render(context)
    subject, _, body = text.strip().partition("\n")
    return subject.strip(), body.strip()


@action("message.written")
def send(
    *, by: Actor, at: datetime, template: str, to: str, about: models.Model, channel: str = "email", **words: Any
) -> Message:
    """Write ``template`` to somebody about a record; a job sends it. A template's first line is its subject."""
    subject, body = written(template, **words)
    message = Message.objects.create(
        channel=channel,
        to=to,
        about_kind=about._meta.label_lower,
        about_id=str(about.pk),
        template=template,
        subject=subject,
        body=body,
        at=at,
    )
    note(message, template=template, channel=channel)
    from marketcross.web.core.jobs import send_message

    send_message.defer(message=str(message.pk))
    return message


@action("message.sent")
def mark(*, by: Actor, at: datetime, message: Message, state: str, problem: str = "") -> None:
    """Note that a message went out, was only kept, or could not be sent."""
    message.state, message.problem = state, problem
    message.sent_at = at if state == Message.State.SENT else None
    message.save(update_fields=["state", "problem", "sent_at"])
    note(message, state=state)


@action("message.shown")
def note_shown(*, by: Actor, at: datetime, message: Message) -> None:
    """Note that somebody looked at a kept message."""
    note(message)
