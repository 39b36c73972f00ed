"""A postcode: where it is, and until when it was in use."""

from django.db import models
from django.db.models.functions import Now


class Postcode(models.Model):
    """One postcode of the directory. A terminated one is kept: people and services go on being found by it."""

    postcode = models.CharField(max_length=8, primary_key=True, help_text="In capitals with one space: ZX1 0AA.")
    easting = models.IntegerField(null=True, help_text="Metres on the British National Grid.")
    northing = models.IntegerField(null=True, help_text="Metres on the British National Grid.")
    terminated_on = models.DateField(null=True, help_text="The first day on which it was no longer in use.")
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ("postcode",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(postcode__regex=r"^([A-Z]{1,2}[0-9][A-Z0-9]?|GIR|NPT) [0-9][A-Z]{2}$"),
                name="postcode_has_the_form_of_one",
            ),
            models.CheckConstraint(
                condition=models.Q(easting__isnull=True, northing__isnull=True)
                | models.Q(easting__gte=0, northing__gte=0, easting__isnull=False, northing__isnull=False),
                name="postcode_has_both_coordinates_or_none",
            ),
        )

    def __str__(self) -> str:
        return self.postcode
