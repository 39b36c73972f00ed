"""All printed intervals of a pack as columns of whole numbers, so that many relations can be decided at once.

Every end is a whole number of steps of one grid, fine enough for all of them. Columns are 64 bits wide: ``fits`` says
which intervals have two ends that leave room for sums. Numbers or grids that no 64 bits hold have no columns at all.
"""

from collections.abc import Mapping
from math import lcm

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.interval import Interval
from marketcross.engine.evidence.printed import printed_interval

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]

FINEST = 2**30  # steps in one unit
ROOM = 2**44  # steps from 0: 100,000 such ends can be added


class Columns:
    """``low[i]`` / ``steps`` to ``high[i]`` / ``steps`` is the interval of the figure at ``position[id] == i``."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        """Raises OverflowError where the numbers are too large or too fine."""
        places = [len(figure.printed.partition(".")[2]) for figure in figures.values()]
        tops = [figure.value.numerator for figure in figures.values()]
        bottoms = [figure.value.denominator for figure in figures.values()]
        widths = {figure.precision.denominator for figure in figures.values() if figure.precision is not None}
        self.position = {id: place for place, id in enumerate(figures)}
        self.steps = 2 * lcm(10 ** max(places, default=0), *set(bottoms), *widths)
        if self.steps > FINEST:
            raise OverflowError("the grid is too fine")
        self._round(*(np.array(column, np.int64) for column in (tops, bottoms, places)))
        for place, figure in enumerate(figures.values()):
            if figure.qualifier or figure.precision is not None:
                self._put(place, printed_interval(figure))

    def _round(self, tops: Whole, bottoms: Whole, places: Whole) -> None:
        """As ``printed_interval``, where nothing but the digits says how a figure was rounded."""
        factor, half = self.steps // bottoms, self.steps // 2 // 10**places
        self.fits: Truth = np.abs(tops) < ROOM // factor
        middle = np.where(self.fits, tops, 0) * factor
        self.low, self.high = middle - half, middle + half
        self.low_open, self.high_open = np.zeros_like(self.fits), np.ones_like(self.fits)

    def _put(self, place: int, interval: Interval) -> None:
        low, high, low_open, high_open = interval
        self.fits[place] = fits = low is not None and high is not None and max(-low, high) * self.steps < ROOM
        if fits and low is not None and high is not None:
            self.low[place], self.high[place] = int(low * self.steps), int(high * self.steps)
            self.low_open[place], self.high_open[place] = low_open, high_open
