"""Which numbers, raised to a power, lie in an interval? Needed only where a product names a figure twice.

Roots are seldom fractions. An end that is not exact is drawn inwards at the twelfth decimal place, so that every number
of the answer is right, and is then open or closed without a difference that anybody could print.
"""

from fractions import Fraction

from marketcross.engine.evidence.interval import ZERO, Interval, meet, times

MINUS = Fraction(-1)
_STEPS = 10**12  # steps in one unit of a root that is not exact


def whole_root(number: int, exponent: int) -> int:
    """The greatest whole number whose power is not above ``number`` (not negative)."""
    low, high = 0, 1 << (number.bit_length() // exponent + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle**exponent <= number:
            low = middle
        else:
            high = middle - 1
    return low


def root(number: Fraction, exponent: int, up: bool) -> Fraction:
    """The root of a number from 0 upwards: exact where it is a fraction, else the next step up or down."""
    top, bottom = whole_root(number.numerator, exponent), whole_root(number.denominator, exponent)
    if top**exponent == number.numerator and bottom**exponent == number.denominator:
        return Fraction(top, bottom)
    steps = whole_root(int(number * _STEPS**exponent), exponent)
    return Fraction(steps + up, _STEPS)


def _positive_roots(a: Interval, exponent: int) -> Interval | None:
    """The roots, from 0 upwards, of the part of ``a`` from 0 upwards."""
    part = meet(a, Interval(ZERO, None, False, True))
    if part is None or part.low is None:
        return None
    low = root(part.low, exponent, up=True)
    high = None if part.high is None else root(part.high, exponent, up=False)
    if high is not None and low > high:
        return None
    return Interval(low, high, part.low_open, part.high_open)


def roots(a: Interval, exponent: int) -> tuple[Interval, ...]:
    """The numbers whose power lies in ``a``: one interval for an odd power, up to two for an even one."""
    if exponent == 1:
        return (a,)
    even = exponent % 2 == 0
    positive, mirrored = _positive_roots(a, exponent), _positive_roots(a if even else times(a, MINUS), exponent)
    negative = None if mirrored is None else times(mirrored, MINUS)
    if positive is not None and negative is not None and 0 in positive:
        return (Interval(negative.low, positive.high, negative.low_open, positive.high_open),)
    return tuple(side for side in (negative, positive) if side is not None)
