"""What an organisation says that it can bring."""

from django.conf import settings
from django.db import models

from marketcross.web.core.models.record import Record

from .opportunity import Opportunity


class OpportunityAnswer(Record):
    """One organisation's answer to one opportunity."""

    opportunity = models.ForeignKey(Opportunity, on_delete=models.PROTECT, related_name="answers")
    organisation = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=2_000)
    needs = models.TextField(max_length=1_000, blank=True)
    answered_on = models.DateField()

    class Meta:
        ordering = ("answered_on", "id")
        constraints = (
            models.UniqueConstraint(fields=["opportunity", "organisation"], name="opportunity_answered_once_by_each"),
        )

    def __str__(self) -> str:
        return f"answer of {self.answered_on}"
