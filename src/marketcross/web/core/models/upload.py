"""A file that somebody sent: what it is and whose; the bytes lie on disk under a random name."""

from django.db import models

from .record import Record
from .user import User


class Upload(Record):
    """One file. ``name`` is only ever shown; ``stored_name`` finds the bytes."""

    class State(models.TextChoices):
        QUARANTINE = "quarantine", "Waiting to be checked for viruses"
        CLEAN = "clean", "Checked for viruses"
        UNSCANNED = "unscanned", "Not checked for viruses: this is a demonstration"
        REFUSED = "refused", "Removed: it may hold a virus"

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="uploads")
    purpose = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=120)
    size = models.PositiveIntegerField(help_text="Bytes.")
    sha256 = models.BinaryField(max_length=32)
    state = models.CharField(max_length=10, choices=State)
    stored_name = models.CharField(max_length=32, unique=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=["quarantine", "clean", "unscanned", "refused"]), name="upload_state_known"
            ),
            models.CheckConstraint(condition=models.Q(size__gte=1), name="upload_is_not_empty"),
            models.CheckConstraint(
                condition=models.Q(stored_name__regex=r"^[0-9a-f]{32}$"), name="upload_stored_name_random"
            ),
        )

    def __str__(self) -> str:
        return self.kind

    @property
    def may_be_opened(self) -> bool:
        """Whether it was found clean, or this is a demonstration."""
        return self.state in {self.State.CLEAN, self.State.UNSCANNED}
