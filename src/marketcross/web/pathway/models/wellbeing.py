"""The four personal well-being questions of the Office for National Statistics, before and after."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models.record import Record

from .always import check, one_of
from .introduction import Introduction

ASKED = ("satisfied", "worthwhile", "happy", "anxious")


def _score(field: str) -> Q:
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": (0, 10)})


class Wellbeing(Record):
    """What somebody answered, each from 0 to 10; null was left out, and is never 0."""

    class Moment(models.TextChoices):
        BEFORE = "before", _("Before")
        AFTER = "after", _("After")

    introduction = models.ForeignKey(Introduction, on_delete=models.PROTECT, related_name="wellbeing")
    moment = models.CharField(max_length=6, choices=Moment)
    on = models.DateField()
    satisfied = models.SmallIntegerField(null=True)
    worthwhile = models.SmallIntegerField(null=True)
    happy = models.SmallIntegerField(null=True)
    anxious = models.SmallIntegerField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["introduction", "moment"], name="wellbeing_once_before_and_once_after"),
            check(one_of("moment", ["before", "after"]), "wellbeing_moment_known"),
            *(check(_score(field), f"wellbeing_{field}_from_0_to_10") for field in ASKED),
            check(
                ~Q(satisfied__isnull=True, worthwhile__isnull=True, happy__isnull=True, anxious__isnull=True),
                "wellbeing_answers_something",
            ),
        )

    def __str__(self) -> str:
        return self.moment
