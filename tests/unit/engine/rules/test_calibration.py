"""Calibration by hand: the example of docs/method/calibration.md, gaps between points, and the plans kept back."""

from pathlib import Path

import numpy as np
import pytest

from marketcross.engine.rules.allocation import Answers, PointsScheme
from marketcross.engine.rules.allocation.calibration import History, TooFewPlansError, calibrated, price_table
from marketcross.engine.rules.allocation.curve import rising
from marketcross.engine.rules.allocation.hold_out import hold_out
from marketcross.engine.rules.allocation.parts import Calibration
from marketcross.opendata.policies import read_scheme

SCHEME = Path(__file__).resolve().parents[4] / "policies" / "allocation" / "example-points.yaml"


def scheme(**how: int) -> PointsScheme:
    found = read_scheme(SCHEME)
    assert isinstance(found, PointsScheme)
    return found.model_copy(update={"calibration": Calibration.model_construct(**{"round_up_to": 1, **how})})


def past(*plans: tuple[str, int, int]) -> History:
    """Plans as (level of 'eating', so many of them, cost in pence): 4, 12 or 31 points."""
    by = scheme()
    levels = [level.id for level in by.questions[0].levels]
    rows = [(levels.index(word), cost) for word, count, cost in plans for _ in range(count)]
    level = np.zeros((len(by.questions), len(rows)), np.int64)
    level[0] = [row[0] for row in rows]
    answers = Answers(level, np.zeros_like(level), np.zeros(len(rows), bool))
    return History(answers, np.array([row[1] for row in rows], np.int64))


def test_the_example_of_the_method_page() -> None:
    groups = [np.array(costs) for costs in ([100, 120], [90, 95], [200, 210])]
    assert rising(groups, 50) == [95, 95, 200]


def test_a_gap_between_points_gets_the_higher_price() -> None:
    """Points 4 and 12 were seen: from 5 points on the price is that of 12."""
    rows, highest = price_table(scheme(), past(("some", 10, 3_000), ("much", 10, 9_000)))
    assert [(row.points, row.usual) for row in rows] == [(0, 0), (1, 3_000), (5, 9_000)]
    assert highest == 12


def test_prices_are_rounded_up() -> None:
    rows, _ = price_table(scheme(round_up_to=100), past(("some", 10, 3_001)))
    assert [(row.points, row.usual) for row in rows] == [(0, 0), (1, 3_100)]


def test_a_falling_price_is_pooled() -> None:
    rows, _ = price_table(scheme(), past(("some", 10, 9_000), ("much", 10, 3_000)))
    assert [(row.points, row.least, row.usual, row.most) for row in rows][1:] == [(1, 3_000, 9_000, 9_000)]


def test_people_without_points_and_with_unusual_needs_decide_no_price() -> None:
    history = past(("some", 10, 3_000), ("none", 50, 99_000), ("unusual", 50, 99_000))
    rows, highest = price_table(scheme(), history)
    assert (rows[-1].most, highest) == (3_000, 4)


def test_too_few_plans_are_refused_with_their_number() -> None:
    with pytest.raises(TooFewPlansError, match="9 past plans have points"):
        calibrated(scheme(), past(("some", 9, 3_000)), source="made")


def test_one_plan_in_five_is_kept_back_by_lot() -> None:
    history = past(("some", 60, 3_000), ("much", 40, 9_000))
    group = np.array(["a", "b"] * 50, dtype=object)
    found = hold_out(scheme(), history, group, rng=np.random.default_rng(1), fewest=5)
    assert (found.learned, found.judged) == (80, 20)
    assert found.overall is not None and found.overall.insufficient.percent == 0
    assert found.overall.within_ten_percent.percent == 100
    assert found == hold_out(scheme(), history, group, rng=np.random.default_rng(1), fewest=5)
