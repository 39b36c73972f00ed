"""Intervals multiplied and divided, exactly: the ends lie where ends meet, and are reached where both are.

As with all arithmetic of intervals, ``product(a, b)`` holds each number of ``a`` times each of ``b``, and nothing else.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from marketcross.engine.evidence.interval import ZERO, Interval


class _End(NamedTuple):
    """An end that can be compared: ``side`` is -1 or 1 for no end, 0 for the number ``at``."""

    side: int
    at: Fraction
    is_open: bool


def _low(a: Interval) -> _End:
    return _End(-1, ZERO, True) if a.low is None else _End(0, a.low, a.low_open)


def _high(a: Interval) -> _End:
    return _End(1, ZERO, True) if a.high is None else _End(0, a.high, a.high_open)


def _between(low: _End, high: _End) -> Interval:
    return Interval(
        None if low.side else low.at,
        None if high.side else high.at,
        low.is_open or low.side != 0,
        high.is_open or high.side != 0,
    )


def _spanning(ends: Iterable[_End]) -> Interval:
    """The least interval with all these ends; where several share the outermost place, one closed end closes it."""
    known = list(ends)
    low = min(known)
    high = max(known, key=lambda end: (end.side, end.at, not end.is_open))
    return _between(low, high)


def _corner(x: _End, y: _End) -> _End:
    """Two ends multiplied. Nought times anything is nought, and is reached wherever that nought is."""
    noughts = [end for end in (x, y) if end.side == 0 and end.at == 0]
    if noughts:
        return _End(0, ZERO, all(end.is_open for end in noughts))
    if x.side or y.side:
        sign = (x.side or (1 if x.at > 0 else -1)) * (y.side or (1 if y.at > 0 else -1))
        return _End(sign, ZERO, True)
    return _End(0, x.at * y.at, x.is_open or y.is_open)


def product(a: Interval, b: Interval) -> Interval:
    if a.low is not None and b.low is not None and a.low > 0 and b.low > 0:  # nearly always: no corner need be sought
        high = None if a.high is None or b.high is None else a.high * b.high
        return Interval(a.low * b.low, high, a.low_open or b.low_open, a.high_open or b.high_open)
    return _spanning(_corner(x, y) for x in (_low(a), _high(a)) for y in (_low(b), _high(b)))


def power(a: Interval, exponent: int) -> Interval:
    """Each number of ``a`` multiplied with itself: a square is never negative."""
    if exponent == 1:
        return a
    ends = [_low(a), _high(a)]
    even = exponent % 2 == 0
    raised = [
        _End(1 if even else end.side, ZERO, True) if end.side else _End(0, end.at**exponent, end.is_open)
        for end in ends
    ]
    if even and 0 in a:
        raised.append(_End(0, ZERO, False))
    return _spanning(raised)


def reciprocal(a: Interval) -> Interval:
    """1 divided by each number of ``a``, which must not hold 0."""
    if 0 in a:
        raise ZeroDivisionError("an interval that holds 0 has no reciprocal")
    positive = a.high is None or a.high > 0
    nothing = _End(0, ZERO, True)

    def turned(end: _End) -> _End:
        if end.side:
            return nothing
        return _End(0, 1 / end.at, end.is_open) if end.at else _End(1 if positive else -1, ZERO, True)

    return _spanning([turned(_low(a)), turned(_high(a))])


def quotient(a: Interval, b: Interval) -> Interval:
    """Each number of ``a`` divided by each of ``b``, which must not hold 0."""
    return product(a, reciprocal(b))
