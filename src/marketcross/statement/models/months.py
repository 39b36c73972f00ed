"""Months by number and name, and lengths of time in months."""

import re
from fractions import Fraction

from marketcross.statement.printing.periods import MONTHS

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_DAYS_OF_A_MONTH = Fraction(1461, 48)  # 365.25 / 12

MONTHS_IN = {
    "years": Fraction(12),
    "months": Fraction(1),
    "weeks": 7 / _DAYS_OF_A_MONTH,
    "days": 1 / _DAYS_OF_A_MONTH,
}


class MonthError(ValueError):
    """Not a month, such as 2020-04."""


def months_after(start: str, number: int) -> str:
    """The month so many after ``start``: 1 after 2020-12 is 2021-01. Raises MonthError."""
    if not (found := _MONTH.fullmatch(start)):
        raise MonthError(f"'{start}' is not a month; write it like 2020-04")
    count = int(found[1]) * 12 + int(found[2]) - 1 + number
    return f"{count // 12:04}-{count % 12 + 1:02}"


def month_words(month: str) -> str:
    """2020-04 is April 2020."""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"
