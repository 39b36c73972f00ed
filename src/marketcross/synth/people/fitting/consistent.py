"""Can people of single ages be found that satisfy every printed number of an age band, and which numbers forbid it?

Let P(a) be the people younger than a. A figure of the ages a to b bounds the difference P(b+1) - P(a), and P never
falls. Such bounds are consistent exactly where no round of them adds up to less than nothing, which the table of all
tightest differences shows.
"""

from collections.abc import Iterable

import numpy as np

from marketcross.synth.people.known import Numbers

_SLACK = 1e-6  # people


class Bounds:
    """The tightest bounds on the people between any two of some ages. ``edges`` rise."""

    def __init__(self, edges: Iterable[int]) -> None:
        self.edges = sorted(set(edges))
        size = len(self.edges)
        self._most = np.full((size, size), np.inf)  # row i, column j: the most that P(j) - P(i) can be
        self._most[np.tril_indices(size)] = 0.0

    def copy(self) -> "Bounds":
        other = Bounds(self.edges)
        other._most = self._most.copy()
        return other

    def between(self, first: int, end: int) -> tuple[float, float]:
        """The fewest and the most people from one age to before another."""
        one, other = self.edges.index(first), self.edges.index(end)
        return float(-self._most[other, one]), float(self._most[one, other])

    def admit(self, first: int, end: int, fewest: float, most: float) -> bool:
        """Hold the bound if it contradicts none that is held; say whether it does not."""
        least, greatest = self.between(first, end)
        if fewest > greatest + _SLACK or most < least - _SLACK or fewest > most + _SLACK:
            return False
        one, other = self.edges.index(first), self.edges.index(end)
        self._tighten(one, other, max(most, least))
        self._tighten(other, one, -min(fewest, greatest))
        return True

    def _tighten(self, one: int, other: int, most: float) -> None:
        by_way = self._most[:, one, None] + most + self._most[None, other, :]
        self._most = np.minimum(self._most, by_way)

    def settled(self) -> Numbers:
        """The people between consecutive edges, once every one of them is settled to a number."""
        return np.array([self.between(*pair)[1] for pair in zip(self.edges[:-1], self.edges[1:], strict=True)])
