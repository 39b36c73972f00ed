"""Services that nobody has said to be right for months."""

from django.db import models

from marketcross.web.core.models.record import Record

from .service import Service


class StaleEntry(Record):
    """How far a service has come on its way out. Whoever says that it is right ends it: then the row goes."""

    class Stage(models.TextChoices):
        ASKED = "asked", "Asked"
        HIDDEN = "hidden", "Hidden"
        ARCHIVED = "archived", "Archived"

    service = models.OneToOneField(Service, on_delete=models.CASCADE, related_name="stale")
    stage = models.CharField(max_length=10, choices=Stage)
    since = models.DateField()
    told = models.BooleanField(help_text="There was somebody to ask.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(stage__in=["asked", "hidden", "archived"]), name="stale_entry_stage_known"
            ),
        )

    def __str__(self) -> str:
        return self.stage
