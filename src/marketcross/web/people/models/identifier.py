"""A number under which somebody is known, here or elsewhere."""

from django.db import models
from django.db.models import Q

from .nhs_number import NhsNumberHolds
from .period import Dated, ends_after_start
from .person import Person

NHS = "nhs_number"


class Identifier(Dated):
    """One number of one system. ``set_aside`` is true while its record is merged into another, which then bears it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    system = models.SlugField(max_length=40, db_index=False)
    value = models.CharField(max_length=80)
    set_aside = models.BooleanField(default=False)

    class Meta:
        constraints = (
            ends_after_start("identifier_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(value="") & ~Q(system=""), name="identifier_says_both"),
            models.CheckConstraint(
                condition=~Q(system=NHS) | Q(NhsNumberHolds("value")), name="identifier_nhs_number_holds"
            ),
            models.UniqueConstraint(
                fields=["system", "value"],
                condition=Q(set_aside=False, ends_on__isnull=True),
                name="identifier_names_one_person",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(system=NHS, set_aside=False, ends_on__isnull=True),
                name="identifier_one_nhs_number",
            ),
        )

    def __str__(self) -> str:
        return self.system
