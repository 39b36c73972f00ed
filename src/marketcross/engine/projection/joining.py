"""How population bands meet rate bands: which touch, which straddle, and what share of each lies where."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.projection.population import Numbers, SexBand


@dataclass(frozen=True, slots=True)
class Joined:
    """Rows are population bands, columns rate bands.

    ``shares`` is the part of the band's ages that lies in the rate band (1 where it lies inside); ``astride`` marks
    the rows that are neither inside one rate band nor outside all.
    """

    touch: NDArray[np.bool_]
    shares: Numbers
    astride: NDArray[np.bool_]


def join_bands(rows: Sequence[SexBand], columns: Sequence[SexBand]) -> Joined:
    """Compare all bands at once. Columns of one sex do not overlap each other."""
    sex, first, end = _edges(rows)
    other_sex, other_first, other_end = _edges(columns)
    shared = np.minimum.outer(end, other_end) - np.maximum.outer(first, other_first) + 1
    touch = (shared > 0) & np.equal.outer(sex, other_sex)
    ages = (end - first + 1)[:, np.newaxis]
    inside = touch & (shared == ages)
    return Joined(touch, np.where(touch, shared / ages, 0.0), touch.any(axis=1) & ~inside.any(axis=1))


def _edges(bands: Sequence[SexBand]) -> tuple[NDArray[np.int64], ...]:
    return tuple(np.array([band.order for band in bands], dtype=np.int64).reshape(-1, 3).T)
