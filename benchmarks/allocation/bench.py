"""Calibration from 100,000 past plans against a plain version with equal results, its hold-out report and fairness."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from made_plans import made_plans
from plain_calibration import price_table

from marketcross.engine.rules.allocation import PointsScheme, Reckoner, allocate
from marketcross.engine.rules.allocation.calibration import History, calibrated
from marketcross.engine.rules.allocation.fairness import differences
from marketcross.engine.rules.allocation.hold_out import hold_out
from marketcross.engine.rules.allocation.points import total_points
from marketcross.opendata.policies import read_scheme

_SCHEMES = Path(__file__).resolve().parents[2] / "policies" / "allocation"
_PLANS = 100_000
_REPEATS = 5


def run() -> dict[str, Any]:
    """Equal price tables first, then seconds."""
    reckoner = read_scheme(_SCHEMES / "example-ready-reckoner.yaml")
    points = read_scheme(_SCHEMES / "example-points.yaml")
    assert isinstance(reckoner, Reckoner) and isinstance(points, PointsScheme)
    made = made_plans(reckoner, _PLANS, rng=np.random.default_rng(1))
    plain_seconds = _equal_tables(points, made.history)
    scored = total_points(points, made.history.given)

    def report() -> object:
        rng = np.random.default_rng(1)
        return hold_out(points, made.history, made.group, rng=rng, fewest=10)

    def fairness() -> object:
        rng = np.random.default_rng(1)
        return differences(scored, made.history.cost, made.group, rng=rng, fewest=10)

    fast = _seconds(lambda: calibrated(points, made.history, source="made"))
    return {
        "plans": _PLANS,
        "calibration_seconds": fast,
        "plain_calibration_seconds": round(plain_seconds, 3),
        "times_faster_than_plain": round(plain_seconds / fast["median"], 1),
        "hold_out_report_seconds": _seconds(report),
        "fairness_seconds": _seconds(fairness),
        "reckoning_a_million_seconds": _million(reckoner),
    }


def _equal_tables(scheme: PointsScheme, history: History) -> float:
    """Hold each column of the fast table to the plain one; the seconds that the plain one takes."""
    found, how = calibrated(scheme, history, source="made"), scheme.calibration
    scored = total_points(scheme, history.given)
    plans = [(points, cost) for points, cost in zip(scored.tolist(), history.cost.tolist(), strict=True) if points]
    started = time.perf_counter()
    slow = {end: price_table(plans, getattr(how, end), how.fewest_plans, how.round_up_to) for end in _ENDS}
    seconds = time.perf_counter() - started
    for end, rows in slow.items():
        steps = dict(rows)
        price = 0
        for row in found.price_table:
            price = steps.get(row.points, price)
            assert getattr(row, end) == price, f"{end} differs at {row.points} points"
    return seconds


_ENDS = ("least", "usual", "most")


def _million(scheme: Reckoner) -> dict[str, float]:
    given = made_plans(scheme, 1_000_000, rng=np.random.default_rng(2)).history.given
    return _seconds(lambda: allocate(scheme, given))


def _seconds(work: Callable[[], object]) -> dict[str, float]:
    taken = []
    for _ in range(_REPEATS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return {"median": round(median(taken), 3), "least": round(min(taken), 3), "most": round(max(taken), 3)}
