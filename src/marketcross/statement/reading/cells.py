"""What a cell says: a number as printed, a whole number, a word. A cell that does not is refused and gives None."""

import re
from fractions import Fraction

from marketcross.statement.reading.problems import quoted
from marketcross.statement.reading.tables import Row

LONGEST_NUMBER = 30  # characters
_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_WHOLE = re.compile(r"[0-9]{1,18}")
_CURRENCY = re.compile("[£$€]|GBP|EUR|USD")


def number(row: Row, column: str) -> Fraction | None:
    """Digits with at most one point and a leading minus; anything else is refused with what to write instead."""
    text = row[column]
    if len(text) <= LONGEST_NUMBER and _NUMBER.fullmatch(text):
        return exactly(text)
    row.refuse(f"{column} {_wrong_with(text)}")
    return None


def exactly(printed: str) -> Fraction:
    """The number that digits say."""
    before, _, after = printed.partition(".")
    return Fraction(int(before + after), 10 ** len(after)) if after else Fraction(int(before))


def _wrong_with(text: str) -> str:
    if not text:
        return "is empty: write the number as printed"
    if len(text) > LONGEST_NUMBER:
        return f"{quoted(text)} is longer than {LONGEST_NUMBER} characters: write one number"
    if _CURRENCY.search(text):
        return f"{quoted(text)} holds a currency sign: write the digits alone and put GBP or GBP_million into unit"
    if "," in text:
        return f"{quoted(text)} holds a comma: write it without, like {quoted(text.replace(',', ''))}"
    if "%" in text:
        return f"{quoted(text)} holds a per cent sign: write the digits alone and put percent into unit"
    return f"{quoted(text)} is not a number: write digits, at most one point, and a leading minus where it is below 0"


def whole(row: Row, column: str) -> int | None:
    """A whole number from 0 upwards."""
    if _WHOLE.fullmatch(row[column]):
        return int(row[column])
    row.refuse(f"{column} {quoted(row[column])} is not a whole number from 0 upwards: write digits alone")
    return None


def one_of(row: Row, column: str, allowed: tuple[str, ...]) -> str | None:
    if row[column] in allowed:
        return row[column]
    named = ", ".join(word or "nothing" for word in allowed)
    row.refuse(f"{column} {quoted(row[column])} is unknown: write one of {named}")
    return None
