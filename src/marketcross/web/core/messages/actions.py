"""Write a message, keep it, and send it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.template.loader import render_to_string

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import Message


@action("message.written")
def send(
    *, by: Actor, at: datetime, template: str, to: str, about: models.Model, channel: str = "email", **words: Any
) -> Message:
    """Write ``template`` to somebody about a record; a job sends it. A template's first line is its subject."""
    text = render_to_string(f"core/messages/{template}.txt", words | {"council": settings.ENVIRONMENT})
    subject, _, body = text.strip().partition("\n")
    message = Message.objects.create(
        channel=channel,
        to=to,
        about_kind=about._meta.label_lower,
        about_id=str(about.pk),
        template=template,
        subject=subject.strip(),
        body=body.strip(),
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
