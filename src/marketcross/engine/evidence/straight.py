"""Figures of several years on one straight line: where must a figure lie, if the others are right?

A line that passes through all intervals exists exactly where one exists for every three of them (Helly's theorem for
convex sets in the plane: each interval allows a convex set of slopes and intercepts). So three at a time is enough, and
the three that cannot be joined are the explanation.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import NamedTuple

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.interval import EVERYTHING, Interval, distance, meet, plus, times

_CALENDAR = re.compile(r"[0-9]{4}")
_FINANCIAL = re.compile(r"([0-9]{4})-([0-9]{2})")


class Point(NamedTuple):
    """A figure as a point of a graph that is only known to an interval."""

    year: int
    figure: str
    printed: Interval


class Joint(NamedTuple):
    """A figure beside what others make of it: its like in the same year, or the line through two others."""

    figure: str
    printed: Interval
    others: tuple[str, ...]
    place: Interval


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


def point_of(figure: Figure, printed: Interval) -> Point:
    return Point(year_number(figure), figure.id, printed)


def through(one: Point, other: Point, year: int) -> Interval:
    """Where the straight lines through two figures of different years pass in a third year."""
    share = Fraction(year - one.year, other.year - one.year)
    return plus(times(one.printed, 1 - share), times(other.printed, share))


def _joints(points: Iterable[Point]) -> Iterable[Joint]:
    ordered = sorted({point.figure: point for point in points}.values(), key=lambda point: (point.year, point.figure))
    for one, other in combinations(ordered, 2):
        if one.year == other.year:
            yield Joint(one.figure, one.printed, (other.figure,), other.printed)
    for first, middle, last in combinations(ordered, 3):
        if first.year < middle.year < last.year:
            place = through(first, last, middle.year)
            yield Joint(middle.figure, middle.printed, (first.figure, last.figure), place)


def hardest_to_join(points: Iterable[Point]) -> Joint:
    """Where printed and place miss each other, no line joins the points; where they meet, one does."""
    return max(
        _joints(points),
        key=lambda joint: (meet(joint.printed, joint.place) is None, distance(joint.printed, joint.place)),
        default=Joint("", EVERYTHING, (), EVERYTHING),
    )


def place_on_line(others: Sequence[Point], year: int) -> Interval | None:
    """Where a figure of ``year`` must lie to be on one line with the others; None where no line joins the others."""
    if any(meet(joint.printed, joint.place) is None for joint in _joints(others)):
        return None
    allowed: Interval | None = EVERYTHING
    same_year = (other.printed for other in others if other.year == year)
    on_lines = (through(one, other, year) for one, other in permutations(others, 2) if one.year < other.year)
    for place in (*same_year, *on_lines):
        allowed = allowed and meet(allowed, place)
    return allowed
