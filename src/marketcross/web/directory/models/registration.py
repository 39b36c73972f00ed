"""The Care Quality Commission's register as it was last read (docs/method/trust.md)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Registration(models.Model):
    """One location of the register. None means that no file has said so far; a location that closed stays."""

    location = models.CharField(max_length=20, primary_key=True, help_text="The Commission's number of it.")
    name = models.CharField(max_length=300)
    provider = models.CharField(max_length=20)
    provider_name = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=8, blank=True, db_index=True)
    service_types = ArrayField(models.CharField(max_length=200))
    activities = ArrayField(models.CharField(max_length=200), null=True)
    beds = models.PositiveIntegerField(null=True)
    dormant = models.BooleanField(null=True)
    registered_on = models.DateField(null=True)
    deregistered_on = models.DateField(null=True, help_text="The first day without it.")
    rating = models.PositiveSmallIntegerField(null=True, help_text="1 inadequate to 4 outstanding.")
    rated_on = models.DateField(null=True)
    inherited = models.BooleanField(null=True, help_text="Rated under an earlier registration.")
    questions = models.JSONField(default=dict, help_text="Key question to its rating and the day of the report.")
    read_on = models.DateField(help_text="The day of the newest file that has it.")

    class Meta:
        ordering = ("name", "location")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(rating__isnull=True) | models.Q(rating__gte=1, rating__lte=4),
                name="registration_rating_known",
            ),
            models.CheckConstraint(condition=~models.Q(location=""), name="registration_has_a_number"),
        )

    def __str__(self) -> str:
        return self.location
