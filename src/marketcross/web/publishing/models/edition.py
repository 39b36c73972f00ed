"""An edition of the live statement: what was asked to be published, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from marketcross.web.core.models.record import Record

from .evidence import EvidenceSnapshot


class Edition(Record):
    """One edition of the statement made from live evidence."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        WAITING = "waiting", "Being built"
        PUBLISHED = "published", "Published"
        FAILED = "failed", "Could not be built"

    number = models.PositiveIntegerField(unique=True)
    snapshot = models.ForeignKey(EvidenceSnapshot, on_delete=models.PROTECT, related_name="editions")
    message = models.TextField(max_length=2_000)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(null=True, blank=True)
    problem = models.TextField(blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["draft", "waiting", "published", "failed"]), name="edition_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="published", published_on__isnull=False)
                | (~Q(state="published") & Q(published_on=None)),
                name="edition_published_on_a_day",
            ),
            models.CheckConstraint(condition=~Q(state="failed") | ~Q(problem=""), name="edition_failed_with_a_reason"),
        )

    def __str__(self) -> str:
        return f"edition {self.number}"
