"""Periods ``[starts_on, ends_on)`` of rows, and the promise that a person has only one of a thing at a time.

Without an extension PostgreSQL excludes equal keys with overlapping days only where keys are ranges as well; so a
key is written as the range from itself to itself. The range type of keys is made in the first migration.
"""

from collections.abc import Iterable

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from marketcross.web.core.models.record import Record


class KeyRange(Func):
    """A key as the range that holds nothing else."""

    function = "uuidrange"
    output_field = models.Field()

    def __init__(self, key: str) -> None:
        super().__init__(F(key), F(key), Value("[]"))

    def deconstruct(self) -> tuple[str, tuple[object, ...], dict[str, object]]:
        return f"{type(self).__module__}.KeyRange", (self.source_expressions[0].name,), {}


class Days(Func):
    """The days of a row as a range; without an end it goes on."""

    function = "daterange"
    output_field = DateRangeField()

    def __init__(self, start: str = "starts_on", end: str = "ends_on") -> None:
        super().__init__(F(start), F(end), Value("[)"))

    def deconstruct(self) -> tuple[str, tuple[object, ...], dict[str, object]]:
        return f"{type(self).__module__}.Days", tuple(field.name for field in self.source_expressions[:2]), {}


def one_at_a_time(name: str, *, keys: Iterable[str] = ("person",), where: Q | None = None) -> ExclusionConstraint:
    """No two rows with the same ``keys`` hold the same day."""
    same = [(KeyRange(key), RangeOperators.OVERLAPS) for key in keys]
    return ExclusionConstraint(name=name, expressions=[*same, (Days(), RangeOperators.OVERLAPS)], condition=where)


def ends_after_start(name: str) -> models.CheckConstraint:
    """A period is at least a day long, or goes on."""
    return models.CheckConstraint(condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name=name)


class Dated(Record):
    """A row that holds for ``[starts_on, ends_on)``; a null ``ends_on`` is open."""

    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
