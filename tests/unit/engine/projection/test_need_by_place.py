"""Whole units shared over places: the examples, and what must hold for every input."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projection_cases import cases

from marketcross.engine.projection.bounded import Bounded
from marketcross.engine.projection.need_by_place import (
    NothingToShareByError,
    need_by_place,
    range_of_units,
    share_out,
)

SHARES = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 40), min_size=1, max_size=7).filter(
    lambda shares: any(shares.values())
)
HALF_WIDTHS = st.sampled_from([Fraction(0), Fraction(1, 20), Fraction(1, 2)])


def parts(written: dict[str, str]) -> dict[str, Fraction]:
    return {name: Fraction(size) for name, size in written.items()}


@cases("need_by_place")
def test_example(case: dict[str, Any]) -> None:
    exceptions = {place: parts(split) for place, split in case.get("exceptions", {}).items()}
    given_ = int(case["units"]), parts(case["shares"]), parts(case.get("split", {})), exceptions
    if "refuses" in case:
        with pytest.raises(NothingToShareByError, match=case["refuses"]):
            need_by_place(*given_)
        return
    found = need_by_place(*given_)
    for place, wanted in case["gives"].items():
        got = {name: str(n) for name, n in found[place].parts.items()} if "split" in case else str(found[place].units)
        assert got == wanted, place


@given(st.integers(0, 500), SHARES)
def test_nothing_is_lost_and_nobody_is_a_unit_from_their_quota(units: int, shares: dict[str, int]) -> None:
    given_ = {place: Fraction(size) for place, size in shares.items()}
    found = share_out(units, given_)
    assert sum(found.values()) == units
    whole = sum(shares.values())
    assert all(abs(n - Fraction(units * shares[place], whole)) < 1 for place, n in found.items())


@given(st.integers(0, 500), SHARES, st.randoms(use_true_random=False))
def test_the_order_of_places_changes_nothing(units: int, shares: dict[str, int], chance: Any) -> None:
    given_ = {place: Fraction(size) for place, size in shares.items()}
    shuffled = list(given_.items())
    chance.shuffle(shuffled)
    assert share_out(units, dict(shuffled)) == share_out(units, given_)


@given(st.integers(0, 500), SHARES)
def test_a_larger_share_never_gets_less(units: int, shares: dict[str, int]) -> None:
    found = share_out(units, {place: Fraction(size) for place, size in shares.items()})
    assert all(found[a] >= found[b] for a in shares for b in shares if shares[a] > shares[b])


@given(st.integers(0, 60), SHARES, HALF_WIDTHS, st.randoms(use_true_random=False))
def test_no_sharing_within_the_ranges_falls_outside_the_range_of_units(
    units: int, shares: dict[str, int], half: Fraction, chance: Any
) -> None:
    ranges = {place: Bounded(Fraction(n), max(Fraction(0), n - half), n + half) for place, n in shares.items()}
    ends = range_of_units(Bounded.exactly(units), ranges)
    drawn = {
        place: one.low + (one.high - one.low) * Fraction(chance.randint(0, 8), 8)  # type: ignore[operator]
        for place, one in ranges.items()
    }
    if any(drawn.values()):
        for place, got in share_out(units, drawn).items():
            low, high = ends[place]
            assert low is not None and high is not None and low <= got <= high


def test_exact_shares_have_no_range() -> None:
    shares = {"north": Bounded.exactly(45), "south": Bounded.exactly(33), "west": Bounded.exactly(22)}
    assert range_of_units(Bounded.exactly(10), shares) == {"north": (5, 5), "south": (3, 3), "west": (2, 2)}


def test_a_total_without_an_upper_end_has_no_most() -> None:
    total = Bounded(Fraction(10), Fraction(10), None)
    assert range_of_units(total, {"north": Bounded.exactly(1), "south": Bounded.exactly(1)})["north"] == (5, None)
