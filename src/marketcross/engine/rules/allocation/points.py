"""The points scheme: points for each answer, less what others already meet, and one table from points to money."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from marketcross.engine.rules.allocation.answers import Answers, Whole, without_figure
from marketcross.engine.rules.allocation.parts import PointsQuestion
from marketcross.engine.rules.allocation.scheme import PointsScheme
from marketcross.engine.rules.allocation.sums import Sums, settled, why_not

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Scored:
    """One question's points for each person, in hundredths: as answered, and after what others meet."""

    question: PointsQuestion
    answered: Whole
    left: Whole


def scored(scheme: PointsScheme, given: Answers) -> Iterator[Scored]:
    """Each question's points, in the scheme's order."""
    for place, question in enumerate(scheme.questions):
        points = np.array([level.points for level in question.levels], np.int64)[given.level[place]]
        yield Scored(question, points * _PERCENT, points * (_PERCENT - given.met[place]))


def total_points(scheme: PointsScheme, given: Answers) -> Whole:
    """Whole points; a part of a point counts as a whole one."""
    total = np.zeros(given.people, np.int64)
    for part in scored(scheme, given):
        total += part.left
    return -(-total // _PERCENT)


def score(scheme: PointsScheme, given: Answers) -> Sums:
    """The sums of a table of people."""
    points = total_points(scheme, given)
    row = row_of(scheme, points)
    table = np.array([[row.least, row.usual, row.most] for row in scheme.price_table], np.int64).T
    reasons = why_not(without_figure(scheme, given), given.unusual, points > scheme.no_figure_above_points)
    weekly = (table[0][row], table[1][row], table[2][row])
    return settled(reasons, points, weekly, np.zeros(given.people, np.int64), scheme.contingency.percent)


def row_of(scheme: PointsScheme, points: Whole) -> Whole:
    """The place in the price table of the last row that starts at or below these points."""
    starts = np.array([row.points for row in scheme.price_table], np.int64)
    return np.searchsorted(starts, points, side="right") - 1
