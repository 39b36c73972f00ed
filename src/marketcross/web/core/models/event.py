"""News between contexts: what happened, and to whom it was delivered."""

from django.db import models

from .record import Record


class EventRecord(Record):
    """One typed event, written in its publisher's transaction."""

    kind = models.CharField(max_length=120)
    body = models.JSONField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.kind


class Delivery(Record):
    """One subscriber's copy. Marked done in the transaction of its effect: exactly once, whatever is killed."""

    event = models.ForeignKey(EventRecord, on_delete=models.PROTECT, related_name="deliveries")
    subscriber = models.CharField(max_length=120)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["event", "subscriber"], name="delivery_once_per_subscriber"),)
        indexes = (
            models.Index(fields=["recorded_at"], condition=models.Q(done_at__isnull=True), name="delivery_undone"),
        )

    def __str__(self) -> str:
        return self.subscriber
