"""A part of their record that a person keeps to themselves."""

from django.db import models
from django.db.models import Q

from marketcross.web.people.vocabulary import KeptFrom, Part

from .period import Dated, ends_after_start
from .person import Person


class KeptPart(Dated):
    """A part kept from everybody whom the record is lent to, or off the person's own pages on the internet."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="kept_parts")
    part = models.CharField(max_length=16, choices=Part)
    kept_from = models.CharField(max_length=16, choices=KeptFrom)

    class Meta:
        constraints = (
            ends_after_start("kept_part_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(part__in=Part.values, kept_from__in=KeptFrom.values), name="kept_part_is_known"
            ),
            models.UniqueConstraint(
                fields=["person", "part", "kept_from"], condition=Q(ends_on__isnull=True), name="kept_part_once"
            ),
        )

    def __str__(self) -> str:
        return self.part
