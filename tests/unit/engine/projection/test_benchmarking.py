"""Distances, people a year, standings and ranks."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projection_cases import agree, bounded, cases

from marketcross.engine.projection.benchmarks import (
    Direction,
    RankFirst,
    RankOutsideFieldError,
    Standing,
    distance,
    people_a_year,
    place,
    relative_distance,
    standing,
)
from marketcross.engine.projection.bounded import Bounded

RANGED = st.tuples(st.integers(0, 1000), st.integers(0, 30)).map(
    lambda pair: Bounded(Fraction(pair[0]), Fraction(pair[0] - pair[1]), Fraction(pair[0] + pair[1]))
)


@cases("benchmarks")
def test_example(case: dict[str, Any]) -> None:
    ours, theirs, wanted = bounded(case, "figure"), bounded(case, "comparator"), case["gives"]
    direction = Direction(case["direction"])
    assert agree(distance(ours, theirs), wanted, "distance")
    assert standing(ours, theirs, direction) == wanted["standing"]
    if "people" in wanted:
        assert agree(people_a_year(ours, theirs, bounded(case, "population"), int(case["per"])), wanted, "people")


@cases("ranks")
def test_rank_example(case: dict[str, Any]) -> None:
    given_ = int(case["rank"]), int(case["field"]), RankFirst(case["first"])
    if "refuses" in case:
        with pytest.raises(RankOutsideFieldError, match=case["refuses"]):
            place(*given_)
        return
    stands, direction = place(*given_), Direction(case["direction"])
    assert stands.from_best(direction) == int(case["gives"]["from_best"])
    assert stands.quarter(direction) == int(case["gives"]["quarter"])


def test_relative_distance_is_percent_of_the_comparator() -> None:
    assert relative_distance(Bounded.exactly(150), Bounded.exactly(120)).value == 25


@given(RANGED, RANGED)
def test_turning_the_direction_turns_the_standing(ours: Bounded, theirs: Bounded) -> None:
    turned = {Standing.BETTER: Standing.WORSE, Standing.WORSE: Standing.BETTER}
    low, high = (standing(ours, theirs, way) for way in (Direction.LOW, Direction.HIGH))
    assert high == turned.get(low, low)


@given(RANGED, RANGED)
def test_what_is_told_apart_cannot_be_equal(ours: Bounded, theirs: Bounded) -> None:
    """Half-open intervals that only touch hold no number in common."""
    assert ours.low is not None and ours.high is not None and theirs.low is not None and theirs.high is not None
    if standing(ours, theirs, Direction.HIGH) is not Standing.NOT_TOLD_APART:
        assert ours.high <= theirs.low or theirs.high <= ours.low


@given(st.integers(1, 200), st.data())
def test_both_readings_of_a_rank_mirror_each_other(field: int, data: Any) -> None:
    rank = data.draw(st.integers(1, field))
    low, high = place(rank, field, RankFirst.LOWEST), place(rank, field, RankFirst.HIGHEST)
    assert low.from_lowest + high.from_lowest == field + 1
    assert low.from_best(Direction.LOW) == high.from_best(Direction.HIGH) == rank
