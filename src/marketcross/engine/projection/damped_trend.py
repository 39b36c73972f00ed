"""Exponential smoothing with a trend that fades: additive errors, no seasons (ETS(A,Ad,N); Hyndman and others, 2008).

Each year the level and the trend follow what was missed:

    miss = seen - (level + fade x trend)
    level = level + fade x trend + alpha x miss
    trend = fade x trend + beta x miss

The start is the first count and the mean yearly change of the first years; alpha, beta and fade are those of a grid
with the smallest squared one-year misses, so that the same history always gives the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np

STEPS = np.arange(1, 20) / 20  # 0.05 to 0.95
FADES = np.arange(80, 99, 2) / 100  # 0.80 to 0.98: below it hardly trends, above it hardly fades
# Every combination, each parameter as one column; beta is a part of alpha.
_ALPHA, _PART, _FADE = (axis.ravel() for axis in np.meshgrid(STEPS, STEPS, FADES, indexing="ij"))
_BETA = _ALPHA * _PART

START_YEARS = 4
PARAMETERS = 3
WITHIN_95_OF_100 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class DampedTrend:
    """The state after the last year and what was found; ``spread`` is the standard deviation of one-year misses."""

    level: float
    trend: float
    alpha: float
    beta: float
    fade: float
    spread: float

    def ahead(self, years: int) -> tuple[float, float, float]:
        """Projection with the low and high end of its 95% prediction interval, so many years after the last count."""
        reach = _faded(self.fade, years)
        middle = self.level + reach * self.trend
        carried = sum((self.alpha + self.beta * _faded(self.fade, step)) ** 2 for step in range(1, years))
        width = WITHIN_95_OF_100 * self.spread * sqrt(1 + carried)
        return middle, middle - width, middle + width


def _faded(fade: float, years: int) -> float:
    """How many full yearly trends are left of so many years: fade + fade^2 + ..."""
    return fade * (1 - fade**years) / (1 - fade)


def fit_damped_trend(counts: Sequence[float | None]) -> DampedTrend:
    """Fit to one count a year, None where none was made; the first and the last are given, and four or more in all."""
    level, trend = (np.full_like(_ALPHA, start) for start in _start(counts))
    squares, misses = np.zeros_like(_ALPHA), 0
    for seen in counts[1:]:
        level, trend = level + _FADE * trend, _FADE * trend
        if seen is not None:
            miss = seen - level
            level, trend = level + _ALPHA * miss, trend + _BETA * miss
            squares, misses = squares + miss * miss, misses + 1
    best = int(squares.argmin())
    spread = sqrt(squares[best] / max(1, misses - PARAMETERS))
    found = {"level": level, "trend": trend, "alpha": _ALPHA, "beta": _BETA, "fade": _FADE}
    return DampedTrend(**{name: float(column[best]) for name, column in found.items()}, spread=spread)


def _start(counts: Sequence[float | None]) -> tuple[float, float]:
    """First count, and the mean yearly change to the fourth year's or the next that was counted."""
    first = counts[0]
    later = next((years, seen) for years, seen in enumerate(counts) if seen is not None and years >= START_YEARS - 1)
    if first is None or later[1] is None:
        raise ValueError("The first and the last year need a count.")
    return first, (later[1] - first) / later[0]
