"""Figures of several years on one straight line: where must a figure lie, if the others are right?

A line that passes through all intervals exists exactly where one exists for every three of them (Helly's theorem for
convex sets in the plane: each interval allows a convex set of slopes and intercepts). So three at a time is enough, and
the three that cannot be joined are the explanation.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations, permutations

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.interval import EVERYTHING, Interval, distance, meet, plus, times

_CALENDAR = re.compile(r"[0-9]{4}")
_FINANCIAL = re.compile(r"([0-9]{4})-([0-9]{2})")

Points = Iterable[tuple[int, Interval]]  # year and printed interval


def year_of(period: str) -> tuple[str, int] | None:
    """('calendar', 2017) of '2017', ('financial', 2019) of '2019-20', None of anything else."""
    if _CALENDAR.fullmatch(period):
        return "calendar", int(period)
    financial = _FINANCIAL.fullmatch(period)
    if financial and (int(financial[1]) + 1) % 100 == int(financial[2]):
        return "financial", int(financial[1])
    return None


def year_number(figure: Figure) -> int:
    year = year_of(figure.period)
    if year is None:
        raise ValueError(f"figure {figure.id}: {figure.period!r} is not a year")
    return year[1]


def through(one: tuple[int, Interval], other: tuple[int, Interval], year: int) -> Interval:
    """Where the straight lines through two figures of different years pass in a third year."""
    share = Fraction(year - one[0], other[0] - one[0])
    return plus(times(one[1], 1 - share), times(other[1], share))


def _pairs(points: Points) -> Iterable[tuple[Interval, Interval]]:
    """Each figure beside what other figures make of it: its like in the same year, or the line through two others."""
    known = list(points)
    for (year, interval), (other_year, other) in combinations(known, 2):
        if year == other_year:
            yield interval, other
    for first, middle, last in combinations(sorted(known, key=lambda at: at[0]), 3):
        if first[0] < middle[0] < last[0]:
            yield middle[1], through(first, last, middle[0])


def farthest_from_line(points: Points) -> tuple[Interval, Interval]:
    """The figure and its place on the line that are hardest to join: they miss each other where no line exists."""
    return max(
        _pairs(points),
        key=lambda pair: (meet(*pair) is None, distance(*pair)),
        default=(EVERYTHING, EVERYTHING),
    )


def place_on_line(others: Mapping[str, tuple[int, Interval]], year: int) -> Interval | None:
    """Where a figure of ``year`` must lie to be on one line with the others; None where no line joins the others."""
    points = list(others.values())
    if any(meet(*pair) is None for pair in _pairs(points)):
        return None
    allowed: Interval | None = EVERYTHING
    same_year = (interval for at, interval in points if at == year)
    on_lines = (through(a, b, year) for a, b in permutations(points, 2) if a[0] < b[0])
    for place in (*same_year, *on_lines):
        allowed = allowed and meet(allowed, place)
    return allowed
