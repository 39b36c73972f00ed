"""A calibration judged on plans that it has not seen."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from marketcross.engine.rules.allocation.allocate import tried
from marketcross.engine.rules.allocation.calibration import History, calibrated
from marketcross.engine.rules.allocation.fit import Fit, fit, fit_by_group
from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner


@dataclass(frozen=True, slots=True)
class HoldOut:
    """``learned`` plans found the prices and ``judged`` others judged them."""

    learned: int
    judged: int
    overall: Fit | None
    by_group: dict[str, Fit | None]


def hold_out(
    scheme: PointsScheme, history: History, group: NDArray[np.object_], *, rng: Generator, fewest: int, one_in: int = 5
) -> HoldOut:
    """Keep back one plan in five by lot, calibrate on the others, and see how the sums meet the costs kept back."""
    lot = rng.permutation(len(history.cost))
    kept_back = len(lot) // one_in
    judged, learned = np.sort(lot[:kept_back]), np.sort(lot[kept_back:])
    trial = calibrated(scheme, history.only(learned), source="hold-out trial")
    return judge(trial, history.only(judged), group[judged], learned=len(learned), fewest=fewest)


def judge(
    scheme: Reckoner | PointsScheme, unseen: History, group: NDArray[np.object_], *, learned: int, fewest: int
) -> HoldOut:
    """The fit of a scheme to plans that it has not seen, overall and by group."""
    sums = tried(scheme, unseen.given)
    by_group = dict(fit_by_group(sums, unseen.cost, group, fewest))
    return HoldOut(learned, len(unseen.cost), fit(sums, unseen.cost), by_group)
