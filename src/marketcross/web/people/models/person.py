"""A person of the register."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from marketcross.web.core.models.record import Record
from marketcross.web.people.vocabulary import ReachBy, Sex


class Person(Record):
    """Somebody who has, or may have, care and support needs, or cares for somebody.

    ``born_on`` is exact; where only the year is known it stands in ``born_about``; where neither is, both are empty.
    ``return_id`` is what leaves in counts and returns: it says nothing of the key. A record that was merged into
    another keeps its row, and ``merged_into`` leads to the one that was kept.
    """

    born_on = models.DateField(null=True)
    born_about = models.PositiveSmallIntegerField(null=True, help_text="The year, where the day is not known.")
    sex = models.CharField(max_length=13, choices=Sex, default=Sex.UNKNOWN)
    died_on = models.DateField(null=True)
    reach_by = models.CharField(max_length=16, choices=ReachBy, blank=True, default="")
    language = models.CharField(max_length=30, blank=True, default="")
    interpreter = models.BooleanField(default=False)
    access_needs = ArrayField(models.CharField(max_length=20), default=list)
    restricted = models.BooleanField(default=False)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged_from")
    return_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(born_on__isnull=True) | Q(born_about__isnull=True), name="person_born_on_or_about_a_year"
            ),
            models.CheckConstraint(
                condition=Q(born_about__isnull=True) | Q(born_about__gte=1880), name="person_born_about_a_likely_year"
            ),
            models.CheckConstraint(
                condition=Q(died_on__isnull=True) | Q(born_on__isnull=True) | Q(died_on__gte=F("born_on")),
                name="person_dies_after_birth",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="person_not_merged_into_itself"
            ),
            models.CheckConstraint(condition=Q(sex__in=Sex.values), name="person_sex_is_known"),
            models.CheckConstraint(condition=Q(reach_by__in=["", *ReachBy.values]), name="person_reach_by_is_known"),
        )
        indexes = (
            models.Index(fields=["born_on"], name="person_by_birthday"),
            models.Index(fields=["id"], condition=Q(restricted=True), name="person_restricted"),
        )

    def __str__(self) -> str:
        return "person"  # a name must never come into a log or an error by chance
