"""Whole months, in which evidence is counted."""

from collections.abc import Iterator
from datetime import date, timedelta


def month_after(day: date) -> date:
    """The first of the month after ``day``."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def whole_months(starts_on: date, ends_on: date) -> Iterator[date]:
    """The first of each month of ``[starts_on, ends_on)``."""
    month = starts_on
    while month < ends_on:
        yield month
        month = month_after(month)
