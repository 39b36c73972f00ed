"""How well a scheme's sums meet what plans cost: the error, and the shares that were close and that fell short."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.answers import Flags, Whole
from marketcross.engine.rules.allocation.small_groups import shown
from marketcross.engine.rules.allocation.sums import Sums
from marketcross.engine.vocabulary.money import pounds

_TEN_PERCENT = 10
_95_PERCENT = 1.959963984540054  # of a normal distribution, both sides


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, in percent, with the 95% interval of Wilson (1927)."""

    percent: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.percent}% (interval {self.low} to {self.high})"


@dataclass(frozen=True, slots=True)
class Fit:
    """Sums against costs, in pence a week. ``error`` is a sum less its cost, so that a shortfall is negative.

    ``insufficient`` is the share of plans that cost more than the sum; ``shortfall`` the median of what these lacked.
    """

    plans: int
    without_figure: int
    total_sum: int
    total_cost: int
    median_error: int
    median_size_of_error: int
    within_ten_percent: Share
    insufficient: Share
    shortfall: int

    @property
    def reading(self) -> str:
        """What it means, in sentences."""
        close, short = self.within_ten_percent, self.insufficient
        lacked = f"; half of these lacked {pounds(self.shortfall)} a week or less" if self.shortfall else ""
        return (
            f"{self.plans:,} plans. For {close} the sum was within 10% of the cost. For {short} the sum was not enough"
            f"{lacked}. The middle error was {pounds(self.median_size_of_error)} a week."
        )


def fit(sums: Sums, cost: Whole) -> Fit | None:
    """The fit over those who have a figure; None where nobody has one."""
    given = sums.given
    if not given.any():
        return None
    usual, cost_given = sums.usual[given], cost[given]
    error = usual - cost_given
    short = error < 0
    return Fit(
        plans=len(cost_given),
        without_figure=int((~given).sum()),
        total_sum=int(usual.sum()),
        total_cost=int(cost_given.sum()),
        median_error=_median(error),
        median_size_of_error=_median(np.abs(error)),
        within_ten_percent=share(np.abs(error) * _TEN_PERCENT <= cost_given),
        insufficient=share(short),
        shortfall=_median(-error[short]) if short.any() else 0,
    )


def fit_by_group(sums: Sums, cost: Whole, group: NDArray[np.object_], fewest: int) -> Mapping[str, Fit | None]:
    """The fit of each group; None where the group is too small to be shown, or would give away one that is."""
    names = sorted(set(group.tolist()))
    members = {name: (group == name) & sums.given for name in names}
    seen = shown({name: int(rows.sum()) for name, rows in members.items()}, fewest)
    return {name: fit(_of(sums, members[name]), cost[members[name]]) if seen[name] else None for name in names}


def _of(sums: Sums, rows: Flags) -> Sums:
    parts = (sums.no_figure, sums.points, sums.least, sums.usual, sums.most, sums.once, sums.reserve)
    return Sums(*(part[rows] for part in parts))


def share(hits: Flags) -> Share:
    """The share of hits, in percent to one decimal."""
    n, p = len(hits), float(hits.mean())
    spread = _95_PERCENT**2 / n
    centre = (p + spread / 2) / (1 + spread)
    half = _95_PERCENT / (1 + spread) * sqrt(p * (1 - p) / n + spread / (4 * n))
    return Share(*(round(100 * value, 1) for value in (p, max(centre - half, 0.0), min(centre + half, 1.0))))


def _median(amounts: Whole) -> int:
    """The lower median: an amount that occurs."""
    return int(np.sort(amounts)[(len(amounts) - 1) // 2])
