"""The columns of a table of sums."""

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.sums import NoFigure, Sums
from marketcross.engine.vocabulary.column import Column, Kind

_AMOUNTS = ("usual", "least", "most", "once", "reserve")
_WHY = (
    "'figure' where there is a sum; else why the plan is costed instead: 'answer' (no description fits), "
    "'practitioner' (their judgement) or 'beyond' (more than the scheme has prices for)"
)
RESULTS = (
    Column("person", Kind.TEXT, "as given"),
    Column("no_figure", Kind.CODE, _WHY, codes=NoFigure),
    Column("points", Kind.COUNT, "points after what others meet; empty for a ready reckoner"),
    Column("usual", Kind.MONEY, "the sum for a week; empty without a figure", "pence_per_week"),
    Column("least", Kind.MONEY, "where such support takes and costs the least", "pence_per_week"),
    Column("most", Kind.MONEY, "where such support takes and costs the most", "pence_per_week"),
    Column("once", Kind.MONEY, "the sum that is paid once", "pence"),
    Column("reserve", Kind.MONEY, "what the council sets aside beyond the sum; no part of it", "pence_per_week"),
)

# Empty where there is no figure; points also for a ready reckoner.
MAY_BE_EMPTY = ("points", *_AMOUNTS)


def as_columns(person: NDArray[np.generic], sums: Sums, *, has_points: bool) -> dict[str, NDArray[np.generic]]:
    """The results as columns. Amounts of people without a figure are masked: nothing is not £0.00."""
    without = ~sums.given
    amounts = {name: np.ma.MaskedArray(getattr(sums, name), without) for name in _AMOUNTS}
    points = np.ma.MaskedArray(sums.points, np.full(len(without), not has_points))
    return {"person": person, "no_figure": sums.no_figure, "points": points, **amounts}
