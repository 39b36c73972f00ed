"""Periods and days as a pack writes them."""

import re
from datetime import date
from functools import lru_cache

from marketcross.engine.evidence.straight import year_of

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(text: str) -> date | None:
    """The day that 2015-09-30 names; None of anything else, and of days that no calendar has."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def is_period(text: str) -> bool:
    """2017, 2019-20, 2015-09-30; or nothing, for what belongs to no time (the 52 weeks of a year)."""
    return not text or year_of(text) is not None or day_of(text) is not None
