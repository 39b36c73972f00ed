"""When an answer is due: article 12(3) of the UK GDPR gives a month, and two more where a request is complex."""

import calendar
from datetime import date

MONTHS, MORE_MONTHS = 1, 2


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last day of it where it has no such day: 31 January gives 28 February."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def due_after(asked_on: date) -> date:
    return months_after(asked_on, MONTHS)


def longest_after(asked_on: date) -> date:
    return months_after(asked_on, MONTHS + MORE_MONTHS)
