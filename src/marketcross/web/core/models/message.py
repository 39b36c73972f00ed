"""A message to somebody, kept as it was sent, so that it can be shown again or printed as a letter."""

from django.db import models

from .record import Record


class Message(Record):
    """One message by one channel. ``to`` is an address; what it says is kept whole."""

    class Channel(models.TextChoices):
        EMAIL = "email", "Email"
        TEXT = "text", "Text message"
        LETTER = "letter", "Letter"

    class State(models.TextChoices):
        KEPT = "kept", "Kept, not sent"
        WAITING = "waiting", "Waiting to be sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Could not be sent"

    channel = models.CharField(max_length=10, choices=Channel)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    to = models.CharField(max_length=254)
    about_kind = models.CharField(max_length=80, blank=True)
    about_id = models.CharField(max_length=64, blank=True)
    template = models.CharField(max_length=80)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(channel__in=["email", "text", "letter"]), name="message_channel_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="sent") | models.Q(sent_at__isnull=False), name="message_sent_has_a_time"
            ),
        )
        indexes = (models.Index(fields=["about_kind", "about_id"], name="message_by_subject"),)

    def __str__(self) -> str:
        return self.template
