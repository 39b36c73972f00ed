"""The audit: what was done, by whom, to which record; never the values. Append-only by the database's own grants."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from .record import Record


class ActorKind(models.TextChoices):
    USER = "user", "Somebody signed in"
    ANONYMOUS = "anonymous", "Somebody without an account"
    SYSTEM = "system", "The system itself"


class AuditEvent(Record):
    """One thing that was done. ``digests`` holds a keyed digest per field, so that a value can be proved, not read."""

    at = models.DateTimeField(help_text="When it happened, as the action was told.")
    actor_kind = models.CharField(max_length=10, choices=ActorKind)
    actor_id = models.UUIDField(null=True)
    action = models.CharField(max_length=80)
    record_kind = models.CharField(max_length=80)
    record_id = models.CharField(max_length=64)
    field_names = ArrayField(models.CharField(max_length=80), default=list)
    digests = models.JSONField(default=dict)
    request_id = models.UUIDField(null=True, help_text="Joins what one page request did.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(actor_kind="user", actor_id__isnull=False)
                | (~models.Q(actor_kind="user") & models.Q(actor_id__isnull=True)),
                name="audit_actor_has_an_id_exactly_when_a_user",
            ),
        )
        indexes = (
            models.Index(fields=["record_kind", "record_id", "recorded_at"], name="audit_by_record"),
            models.Index(fields=["actor_id", "recorded_at"], name="audit_by_actor"),
            models.Index(fields=["recorded_at"], name="audit_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.action} {self.record_kind}"


class AuditSeal(models.Model):
    """A link of the chain: position n seals one event and the whole chain before it. Written by the one sealer."""

    position = models.BigIntegerField(primary_key=True)
    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, related_name="seal")
    link = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(position__gte=1), name="seal_positions_start_at_1"),)

    def __str__(self) -> str:
        return f"seal {self.position}"
