"""A plan as both sides agreed it, whole, and never changed again."""

from django.conf import settings
from django.db import models

from marketcross.web.core.models.record import Record

from .always import check
from .plan import Plan


class PlanVersion(Record):
    """``content`` is what ``queries.content`` made of the plan on the day of the second agreement."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    person_agreed_on = models.DateField()
    person_agreed_how = models.CharField(max_length=14, choices=Plan.How)
    council_agreed_on = models.DateField()
    council_agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once"),
            check(models.Q(number__gte=1), "plan_version_counts_from_1"),
        )

    def __str__(self) -> str:
        return str(self.number)
