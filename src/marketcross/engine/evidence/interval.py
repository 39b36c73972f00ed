"""An interval of numbers with exact ends, each inside (closed) or just outside (open), or without end.

All arithmetic gives the exact set of results: ``a + b`` holds each sum of a number of ``a`` and a number of ``b``, and
nothing else. The two are independent; where one number is meant twice, the caller says so (``times``, ``power``).
"""

from fractions import Fraction
from typing import NamedTuple


class Interval(NamedTuple):
    """``None`` is no end on that side; such a side counts as open."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int | Fraction):
            return False
        from_low = self.low is None or self.low < number or (self.low == number and not self.low_open)
        return from_low and (self.high is None or number < self.high or (self.high == number and not self.high_open))

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high


ZERO = Fraction(0)
EVERYTHING = Interval(None, None, True, True)
POSITIVE = Interval(ZERO, None, True, True)
NEGATIVE = Interval(None, ZERO, True, True)


def point(number: Fraction) -> Interval:
    return Interval(number, number)


def meet(a: Interval, b: Interval) -> Interval | None:
    """The numbers in both, or None where no number is."""
    low, high = a, b
    if a.low is None or (b.low is not None and (b.low > a.low or (b.low == a.low and b.low_open))):
        low = b
    if b.high is None or (a.high is not None and (a.high < b.high or (a.high == b.high and a.high_open))):
        high = a
    shared = Interval(low.low, high.high, low.low_open, high.high_open)
    return None if _is_empty(shared) else shared


def _is_empty(a: Interval) -> bool:
    if a.low is None or a.high is None or a.low < a.high:
        return False
    return a.low > a.high or a.low_open or a.high_open


def distance(a: Interval, b: Interval) -> Fraction:
    """How far apart the two are at the least; 0 where they touch or overlap."""
    if a.high is not None and b.low is not None and a.high < b.low:
        return b.low - a.high
    if b.high is not None and a.low is not None and b.high < a.low:
        return a.low - b.high
    return ZERO


def plus(a: Interval, b: Interval) -> Interval:
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return Interval(low, high, a.low_open or b.low_open, a.high_open or b.high_open)


def minus(a: Interval, b: Interval) -> Interval:
    low = None if a.low is None or b.high is None else a.low - b.high
    high = None if a.high is None or b.low is None else a.high - b.low
    return Interval(low, high, a.low_open or b.high_open, a.high_open or b.low_open)


def times(a: Interval, factor: Fraction) -> Interval:
    """Each number of ``a`` times one known factor."""
    if factor == 1:
        return a
    if factor == 0:
        return point(ZERO)
    low = None if a.low is None else a.low * factor
    high = None if a.high is None else a.high * factor
    if factor > 0:
        return Interval(low, high, a.low_open, a.high_open)
    return Interval(high, low, a.high_open, a.low_open)
