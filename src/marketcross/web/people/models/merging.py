"""That two records are one, and everything that was changed for it, value by value, so that it can be undone."""

from django.db import models
from django.db.models import F, Q

from marketcross.web.core.models.record import Record

from .person import Person


class Merge(Record):
    """``gone`` leads to ``kept`` until it is undone. Who did it stands in the audit; ``at`` orders merges."""

    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges")
    gone = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merged_away")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="merge_of_two"),
            models.UniqueConstraint(fields=["gone"], condition=Q(undone_at__isnull=True), name="merge_away_once"),
        )

    def __str__(self) -> str:
        return "merge"


class MergedValue(Record):
    """One field of one row of any context that a merge changed: most are the person to whom the row belongs."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="values")
    model = models.CharField(max_length=80)
    row = models.UUIDField()
    field = models.CharField(max_length=80)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["merge", "model", "row", "field"], name="merged_value_once"),)
        indexes = (models.Index(fields=["model", "row"], name="merged_value_by_row"),)

    def __str__(self) -> str:
        return f"{self.model}.{self.field}"


class LikelySame(Record):
    """Two records that may be of one person, as the nightly search found them, or as somebody judged them.

    ``reasons`` are codes. ``other`` has the greater key. ``judged_on``: somebody said that they are two people.
    """

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reasons = models.JSONField(default=list)
    points = models.PositiveSmallIntegerField()
    judged_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="likely_same_in_order"),
            models.UniqueConstraint(fields=["one", "other"], name="likely_same_once"),
        )
        indexes = (
            models.Index(fields=["-points", "id"], condition=Q(judged_on__isnull=True), name="likely_same_open"),
        )

    def __str__(self) -> str:
        return "likely the same"
