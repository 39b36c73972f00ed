"""Periods and days in words."""

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_words(period: str) -> str:
    """``2019-20`` is the financial year 2019 to 2020; a day and a month are written out; the rest stays as it is."""
    if year := re.fullmatch(r"(\d{4})-(\d{2})", period):
        return _year_or_month(int(year[1]), int(year[2]), period)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", period):
        return day_words(date.fromisoformat(period))
    return period


def _year_or_month(first: int, second: int, period: str) -> str:
    """``2019-20`` spans two years; ``2019-03`` can only be a month."""
    if (first + 1) % 100 == second:
        return f"{first} to {first + 1}"
    return f"{MONTHS[second - 1]} {first}" if 1 <= second <= 12 else period
