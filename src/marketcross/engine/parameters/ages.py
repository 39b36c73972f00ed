"""Ages that the law counts from, as the latest birth that has reached them by a day.

A rule compares births with that one day (``born <= born_by``), which is the same for everybody, and needs no calendar.
"""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from marketcross.engine.vocabulary.age import birthday
from marketcross.engine.vocabulary.period import Period
from marketcross.law.statute import DatedValue, StatutoryValue

_MONTHS_IN_A_YEAR = 12


def born_by(on: date, age: int) -> date:
    """The latest date of birth of somebody who is that old on the day."""
    day = on.replace(year=on.year - age) if not _leap_day(on) else date(on.year - age, 3, 1)
    return day if birthday(day, age) <= on else day - timedelta(days=1)


def pension_age_born_by(pension_credit_age: StatutoryValue, on: date) -> date:
    """The latest date of birth of somebody who has reached pension credit age by the day."""
    return date.fromordinal(_pension_age_born_by(pension_credit_age.values, on))


@lru_cache(maxsize=4096)
def _pension_age_born_by(bands: tuple[DatedValue, ...], on: date) -> int:
    births = range(bands[0].start.toordinal(), on.toordinal() + 1)
    return births[bisect_right(births, on, key=lambda born: _reached(bands, date.fromordinal(born))) - 1]


def _reached(bands: tuple[DatedValue, ...], born: date) -> date:
    """The day on which somebody reaches pension credit age, by the band that the birth lies in."""
    band = bands[bisect_right(bands, born, key=lambda band: band.start) - 1]
    if "-" in band.value:
        return date.fromisoformat(band.value)
    words = band.value.split()
    months = int(words[2]) if len(words) > 2 else 0
    return _months_later(birthday(born, int(words[0])), months)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.year * _MONTHS_IN_A_YEAR + day.month - 1 + months, _MONTHS_IN_A_YEAR)
    following = date(year + (month + 1) // _MONTHS_IN_A_YEAR, (month + 1) % _MONTHS_IN_A_YEAR + 1, 1)
    last = following - timedelta(days=1)
    return last if day.day > last.day else date(year, month + 1, day.day)


def first_day(born: date, period: Period, born_by_on: Callable[[date], date]) -> date | None:
    """The first day of a period on which a birth has reached an age, or None. ``born_by_on`` gives the latest birth."""
    return next((day for day in period if born <= born_by_on(day)), None)


def _leap_day(day: date) -> bool:
    return (day.month, day.day) == (2, 29)
