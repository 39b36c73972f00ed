"""What each reading of the Commission's register brought."""

from django.db import models

from marketcross.web.core.models.record import Record

from .registration import Registration


class RegistrationLoad(Record):
    """One reading of a file: its day, what it was called, and what it changed, in numbers of locations."""

    on = models.DateField(help_text="The day of the file.")
    at = models.DateTimeField()
    source = models.CharField(max_length=120)
    locations = models.PositiveIntegerField()
    changes = models.PositiveIntegerField()

    class Meta:
        ordering = ("-on", "-at")

    def __str__(self) -> str:
        return f"{self.on}"


class RegistrationChange(Record):
    """One thing that changed on the register; ``before`` and ``after`` are ratings, or numbers of what there was."""

    class Kind(models.TextChoices):
        NEW = "new", "New"
        CLOSED = "closed", "Closed"
        RATING_FELL = "rating_fell", "Rating fell"
        RATING_ROSE = "rating_rose", "Rating rose"
        PROVIDER_CHANGED = "provider_changed", "Another provider"

    load = models.ForeignKey(RegistrationLoad, on_delete=models.PROTECT, related_name="found")
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=20, choices=Kind)
    question = models.CharField(max_length=20, blank=True, help_text="The key question; empty: overall.")
    before = models.CharField(max_length=40, blank=True)
    after = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["new", "closed", "rating_fell", "rating_rose", "provider_changed"]),
                name="registration_change_kind_known",
            ),
        )

    def __str__(self) -> str:
        return self.kind
