"""What a scheme gives: a weekly sum with its range, a sum once, or no figure and why."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from marketcross.engine.rules.allocation.answers import Flags, Whole


class NoFigure(IntEnum):
    """Why there is no figure; ``FIGURE`` where there is one."""

    FIGURE = 0
    ANSWER = 1  # an answer that no level describes
    PRACTITIONER = 2  # the practitioner judged the needs unusual
    BEYOND = 3  # beyond what the scheme has prices for


@dataclass(frozen=True, slots=True)
class Sums:
    """One entry for each person, in pence; all zero where there is no figure. ``points`` is zero for a reckoner.

    ``reserve`` is what the council sets aside beyond the sum; it is no part of it.
    """

    no_figure: Whole
    points: Whole
    least: Whole
    usual: Whole
    most: Whole
    once: Whole
    reserve: Whole

    @property
    def given(self) -> Flags:
        """Where there is a figure."""
        return np.equal(self.no_figure, NoFigure.FIGURE).astype(np.bool_)


def why_not(answered: Flags, unusual: Flags, beyond: Flags) -> Whole:
    """The first reason that holds: an answer without a figure, the practitioner's judgement, or beyond the prices."""
    reasons = [NoFigure.ANSWER, NoFigure.PRACTITIONER, NoFigure.BEYOND]
    return np.select([answered, unusual, beyond], reasons, NoFigure.FIGURE).astype(np.int64)


def settled(no_figure: Whole, points: Whole, weekly: tuple[Whole, Whole, Whole], once: Whole, percent: int) -> Sums:
    """Empty the sums of those who get no figure, and add the council's reserve (a part of a penny counts as one)."""
    figure = no_figure == NoFigure.FIGURE
    least, usual, most, once = (np.where(figure, sum_, 0) for sum_ in (*weekly, once))
    return Sums(no_figure, points, least, usual, most, once, -(-usual * percent // 100))
