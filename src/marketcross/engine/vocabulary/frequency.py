"""Amounts that come again: weekly, four-weekly, monthly, yearly, and what each makes a week.

A year is 52 weeks and a month is a twelfth of it, as benefits and the client level data count them. The exact amount
is kept as a fraction; it becomes whole pence in one place, ``in_pence``, the way that helps the person.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from marketcross.engine.vocabulary.money import Pence
from marketcross.engine.vocabulary.rounding import whole_above, whole_below

WEEKS_IN_A_YEAR = 52


class Frequency(StrEnum):
    """How often an amount comes."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    FOUR_WEEKLY = "four_weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"

    @property
    def times_a_year(self) -> int:
        return _TIMES_A_YEAR[self]


_TIMES_A_YEAR = {
    Frequency.WEEKLY: WEEKS_IN_A_YEAR,
    Frequency.FORTNIGHTLY: 26,
    Frequency.FOUR_WEEKLY: 13,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
    Frequency.YEARLY: 1,
}


@dataclass(frozen=True, slots=True)
class Regular:
    """An exact amount in pence that comes again, such as ``Regular(Fraction(100000), Frequency.MONTHLY)``."""

    pence: Fraction
    every: Frequency

    @classmethod
    def of(cls, pence: Pence, every: Frequency) -> "Regular":
        return cls(Fraction(pence), every)

    def each(self, frequency: Frequency) -> "Regular":
        """The same money paid at another frequency, exactly: there and back changes nothing."""
        return Regular(self.pence * self.every.times_a_year / frequency.times_a_year, frequency)

    def in_pence(self, *, helps_the_person: bool) -> Pence:
        """Whole pence. A fraction is dropped, or made a whole penny where the amount helps (regulation 11)."""
        settle = whole_above if helps_the_person else whole_below
        return settle(self.pence.numerator, self.pence.denominator)
