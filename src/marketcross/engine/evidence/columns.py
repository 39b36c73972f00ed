"""All printed intervals of a pack as columns of whole numbers, so that many relations can be decided at once.

Every end is a whole number of steps of one grid, fine enough for all of them. Columns are 64 bits wide: ``fits`` says
which intervals leave room for sums. Numbers or grids that no 64 bits hold have no columns at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from math import lcm
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.interval import Interval
from marketcross.engine.evidence.printed import ROUGHLY, decimals, printed_interval, rounding_place

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]

FINEST = 2**30  # steps in one unit
ROOM = 2**44  # steps from 0: 100,000 such ends can be added
MOST_NOUGHTS = 9  # at the end of a number said roughly
BY_DIGITS = ("", "count", "at_least", *ROUGHLY)  # what the digits alone place, where no precision is given


@dataclass(slots=True)
class Boxes:
    """Intervals in steps, one for each place of the arrays; an end that is not there stands open at any number."""

    low: Whole
    high: Whole
    low_open: Truth
    high_open: Truth
    has_low: Truth
    has_high: Truth
    fits: Truth

    def at(self, places: Any) -> Self:
        """Those at these places; ``places`` is whatever indexes an array."""
        return type(self)(*(getattr(self, field.name)[places] for field in fields(self)))


class Columns:
    """``boxes`` holds the interval of the figure at ``position[id]``, in ``steps`` to the unit."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        """Raises OverflowError where the numbers are too large or too fine."""
        places = [
            rounding_place(figure) if figure.qualifier in ROUGHLY else decimals(figure.printed)
            for figure in figures.values()
        ]
        tops = [figure.value.numerator for figure in figures.values()]
        bottoms = [figure.value.denominator for figure in figures.values()]
        widths = {figure.precision.denominator for figure in figures.values() if figure.precision is not None}
        self.position = {id: place for place, id in enumerate(figures)}
        self.steps = 2 * lcm(10 ** max([0, *places]), *set(bottoms), *widths)
        if self.steps > FINEST:
            raise OverflowError("the grid is too fine")
        qualifiers = np.array([figure.qualifier for figure in figures.values()], np.str_)
        self.boxes = self._by_digits(qualifiers, *(np.array(column, np.int64) for column in (tops, bottoms, places)))
        for place, figure in enumerate(figures.values()):
            if figure.precision is not None or figure.qualifier not in BY_DIGITS:
                self._put(place, printed_interval(figure))

    def rows(self, ids: Iterable[str]) -> Whole:
        """Their positions, one after the other."""
        return np.fromiter(map(self.position.__getitem__, ids), np.int64)

    def _by_digits(self, qualifiers: NDArray[np.str_], tops: Whole, bottoms: Whole, places: Whole) -> Boxes:
        """As ``printed_interval``, for those whose digits say it all."""
        count, floor = qualifiers == "count", qualifiers == "at_least"
        factor = self.steps // bottoms
        fits = (np.abs(tops) < ROOM // factor) & (places >= -MOST_NOUGHTS)
        middle = np.where(fits, tops, 0) * factor
        above, below = 10 ** np.clip(-places, 0, MOST_NOUGHTS), 10 ** np.clip(places, 0, None)
        half = np.where(count | floor, 0, self.steps // 2 * above // below)
        always = np.ones_like(fits)
        return Boxes(middle - half, middle + half, ~always, ~count, always, ~floor, fits)

    def _put(self, place: int, interval: Interval) -> None:
        boxes = self.boxes
        ends = [end for end in interval[:2] if end is not None]
        boxes.fits[place] = fits = max(map(abs, ends)) * self.steps < ROOM
        if fits:
            low, high = (0 if end is None else int(end * self.steps) for end in interval[:2])
            boxes.low[place], boxes.high[place] = low, high
            boxes.low_open[place], boxes.high_open[place] = interval.low_open, interval.high_open
            boxes.has_low[place], boxes.has_high[place] = interval.low is not None, interval.high is not None
