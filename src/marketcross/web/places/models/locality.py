"""A named place in one stated kind of geography."""

from django.db import models

from marketcross.web.core.models.record import Record


class Locality(Record):
    """One place. A borough has several kinds at once, and they need not nest in each other."""

    class Kind(models.TextChoices):
        NEIGHBOURHOOD = "neighbourhood", "Neighbourhood"
        COUNCIL_LOCALITY = "council_locality", "The council's locality"
        HEALTH_LOCALITY = "health_locality", "Health locality"
        PRIMARY_CARE_NETWORK = "primary_care_network", "Primary care network"
        AREA = "area", "Council area"

    kind = models.CharField(max_length=20, choices=Kind)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ("kind", "name", "code")
        constraints = (
            models.UniqueConstraint(fields=["kind", "code"], name="locality_code_once_in_its_kind"),
            # What a postcode's link refers to, so that its kind is always its locality's kind.
            models.UniqueConstraint(fields=["id", "kind"], name="locality_key_with_its_kind"),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=[
                        "neighbourhood",
                        "council_locality",
                        "health_locality",
                        "primary_care_network",
                        "area",
                    ]
                ),
                name="locality_kind_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(code="") & ~models.Q(name=""), name="locality_code_and_name_given"
            ),
        )

    def __str__(self) -> str:
        return self.name
