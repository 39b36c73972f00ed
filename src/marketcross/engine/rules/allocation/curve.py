"""A price for every number of points that never falls as points rise, and that a few very costly plans cannot move.

For each number of points the price is a quantile of past plans: enough for so many of a hundred. Where a quantile falls
although points rise, neighbours are pooled until it does not (pool adjacent violators). The result is the isotonic
quantile regression: among all rising curves it has the least sum of distances to the plans, each counted by its side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from marketcross.engine.rules.allocation.answers import Whole

_PERCENT = 100


def enough_for(rising_costs: Whole, percent: int) -> int:
    """The least of the costs, sorted upwards, that is enough for at least so many of a hundred of them."""
    place = -(-percent * len(rising_costs) // _PERCENT)
    return int(rising_costs[max(place, 1) - 1])


@dataclass(slots=True)
class _Pool:
    costs: Whole  # sorted upwards
    groups: int
    price: int


def rising(groups: Sequence[Whole], percent: int) -> list[int]:
    """A price for each group of costs, in order of need, never falling. Each group's costs are sorted upwards."""
    pools: list[_Pool] = []
    for costs in groups:
        pools.append(_Pool(costs, 1, enough_for(costs, percent)))
        while len(pools) > 1 and pools[-2].price > pools[-1].price:
            later, earlier = pools.pop(), pools.pop()
            pools.append(_pooled(earlier, later, percent))
    return [pool.price for pool in pools for _ in range(pool.groups)]


def _pooled(earlier: _Pool, later: _Pool, percent: int) -> _Pool:
    costs = np.sort(np.concatenate([earlier.costs, later.costs]), kind="stable")
    return _Pool(costs, earlier.groups + later.groups, enough_for(costs, percent))


def by_need(points: Whole, costs: Whole, fewest: int) -> list[tuple[int, Whole]]:
    """Costs grouped by points from the least to the most, each with its highest points and sorted upwards.

    Neighbouring points are taken together until a group holds ``fewest`` plans, so that no price shows what one
    person's plan cost. What is left at the top joins the last group.
    """
    if len(points) < max(fewest, 1):
        return []
    order = np.lexsort((costs, points))
    points, costs = points[order], costs[order]
    ends = np.flatnonzero(np.append(np.diff(points) != 0, True)) + 1
    cuts = [0]
    for end in ends.tolist():
        if end - cuts[-1] >= fewest:
            cuts.append(end)
    cuts[-1] = len(points)
    return [(int(points[b - 1]), np.sort(costs[a:b])) for a, b in pairwise(cuts)]
