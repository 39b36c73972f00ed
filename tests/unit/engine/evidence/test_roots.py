"""Roots of intervals: exact where they are fractions, else drawn inwards."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.engine.evidence.interval import Interval
from marketcross.engine.evidence.roots import root, roots, whole_root

STEP = Fraction(1, 10**12)


@pytest.mark.parametrize(("number", "expected"), [(0, 0), (1, 1), (143, 11), (144, 12), (145, 12), (10**60, 10**30)])
def test_whole_square_roots(number: int, expected: int) -> None:
    assert whole_root(number, 2) == expected


@given(st.integers(0, 10**40), st.integers(2, 5))
def test_a_whole_root_is_the_greatest(number: int, exponent: int) -> None:
    found = whole_root(number, exponent)
    assert found**exponent <= number < (found + 1) ** exponent


@given(st.fractions(0, 10**6), st.integers(2, 3))
def test_a_root_lies_within_a_step_on_the_side_asked_for(number: Fraction, exponent: int) -> None:
    below, above = root(number, exponent, up=False), root(number, exponent, up=True)
    assert below**exponent <= number <= above**exponent
    assert above - below <= STEP
    assert (below == above) == (below**exponent == number)


def interval(low: str | None, high: str | None, low_open: bool = False, high_open: bool = True) -> Interval:
    return Interval(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        low_open,
        high_open or high is None,
    )


@pytest.mark.parametrize(
    ("of", "exponent", "expected"),
    [
        (interval("4", "9"), 1, (interval("4", "9"),)),
        (interval("4", "9"), 2, (interval("-3", "-2", True, False), interval("2", "3"))),
        (interval("-4", "-1"), 2, ()),
        (interval("-4", "9"), 2, (interval("-3", "3", True),)),
        (interval("-1", "8"), 3, (interval("-1", "2"),)),
        (interval("0", "4", True), 2, (interval("-2", "0", True), interval("0", "2", True))),
        (interval("4", None), 2, (interval(None, "-2", True, False), interval("2", None))),
        (interval("-8", "-1"), 3, (interval("-2", "-1"),)),
        (interval("8", "27"), 3, (interval("2", "3"),)),
    ],
)
def test_roots_of_intervals(of: Interval, exponent: int, expected: tuple[Interval, ...]) -> None:
    assert roots(of, exponent) == expected


def test_an_end_that_is_no_fraction_is_drawn_inwards() -> None:
    _, place = roots(interval("144.5", "145.5"), 2)
    assert place.low is not None
    assert place.high is not None
    assert 0 < place.low**2 - Fraction("144.5") < 30 * STEP
    assert 0 < Fraction("145.5") - place.high**2 < 30 * STEP


def test_a_single_number_without_a_root_that_is_a_fraction_has_no_place() -> None:
    assert roots(Interval(Fraction(145), Fraction(145)), 2) == ()
