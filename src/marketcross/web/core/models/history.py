"""The values that the audit does not hold: what a field was, from when it was true and when we learnt it.

Rows can be erased when the law says so; the audit's digests stay and name nothing.
"""

from django.db import models

from .audit import AuditEvent
from .record import Record


class History(Record):
    """One value of one field of one record. ``at`` is when it became true, ``recorded_at`` when it was known."""

    event = models.ForeignKey(AuditEvent, on_delete=models.PROTECT, related_name="values")
    record_kind = models.CharField(max_length=80)
    record_id = models.CharField(max_length=64)
    field = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["record_kind", "record_id", "field", "at"], name="history_by_record"),)
        constraints = (models.UniqueConstraint(fields=["event", "field"], name="history_once_per_event_and_field"),)

    def __str__(self) -> str:
        return f"{self.record_kind}.{self.field}"
