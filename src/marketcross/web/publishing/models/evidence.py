"""Counts as they were shown: frozen, so that whatever rests on them can be followed back for ever.

What was not shown is not here at all: no table of publishing holds a small count. Two snapshots never share a month, so
that nobody can subtract one from another.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from marketcross.engine.indicators.control import LOWEST
from marketcross.web.core.models.record import Record


class DateRange(Func):
    """``daterange(starts_on, ends_on, '[)')``."""

    function = "DATERANGE"
    output_field = DateRangeField()


class EvidenceSnapshot(Record):
    """The wants of whole months ``[starts_on, ends_on)``, counted once; both ends are the first of a month."""

    starts_on = models.DateField()
    ends_on = models.DateField()
    counted_on = models.DateField()
    threshold = models.PositiveSmallIntegerField()
    rounded_to = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("-starts_on",)
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="snapshot_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(counted_on__gte=F("ends_on")), name="snapshot_of_months_that_are_over"),
            models.CheckConstraint(condition=Q(starts_on__day=1, ends_on__day=1), name="snapshot_of_whole_months"),
            models.CheckConstraint(condition=Q(threshold__gte=LOWEST), name="snapshot_threshold_protects"),
            models.CheckConstraint(condition=Q(rounded_to__in=[1, 5]), name="snapshot_rounding_known"),
            ExclusionConstraint(
                name="snapshots_share_no_month",
                expressions=[(DateRange("starts_on", "ends_on", RangeBoundary()), RangeOperators.OVERLAPS)],
            ),
        )

    def __str__(self) -> str:
        return f"{self.starts_on} to {self.ends_on}"


class EvidenceCount(Record):
    """One count that was shown. An empty code is all of that dimension together."""

    snapshot = models.ForeignKey(EvidenceSnapshot, on_delete=models.PROTECT, related_name="counts")
    category = models.CharField(max_length=40, blank=True)
    locality = models.CharField(max_length=40, blank=True)
    group = models.CharField(max_length=20, blank=True)
    time = models.CharField(max_length=20, blank=True)
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ("category", "locality", "group", "time")
        constraints = (
            models.CheckConstraint(condition=Q(count__gte=LOWEST), name="evidence_count_is_never_small"),
            models.UniqueConstraint(
                fields=["snapshot", "category", "locality", "group", "time"], name="evidence_counted_once"
            ),
        )

    def __str__(self) -> str:
        return "count"
