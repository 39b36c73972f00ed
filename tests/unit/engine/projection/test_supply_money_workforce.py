"""Counting what there is, what it costs and who does it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.engine.projection import money, supply, workforce
from marketcross.engine.projection.bounded import Bounded, monotone, multilinear, share, total

exactly = Bounded.exactly


def holdings(*places: int | None) -> list[supply.Holding]:
    return [supply.Holding(f"s{number}", one) for number, one in enumerate(places)]


@pytest.mark.parametrize(
    ("places", "mean", "median"),
    [
        ((), None, None),
        ((None,), None, None),
        ((12,), 12, 12),
        ((10, 40), 25, 25),
        ((10, 11, 90), 37, 11),
        ((90, None, 10, 11), 37, 11),
        ((1, 2, 3, 5), Fraction(11, 4), Fraction(5, 2)),
    ],
)
def test_sizes(places: tuple[int | None, ...], mean: Fraction | None, median: Fraction | None) -> None:
    found = supply.size(holdings(*places))
    assert (found.mean, found.median) == (mean, median)
    assert found.services == len(places)


@given(st.lists(st.none() | st.integers(0, 200)), st.randoms(use_true_random=False))
def test_the_order_of_services_changes_nothing(places: list[int | None], chance: object) -> None:
    assert supply.size(holdings(*places)) == supply.size(holdings(*reversed(places)))


def test_losses_and_gains_between_two_lists() -> None:
    before, after = {"elm": 20, "oak": 30, "ash": 10}, {"oak": 34, "ash": 8, "fir": 15}
    assert supply.changes(before, after) == supply.Changes(("elm",), ("fir",), places_lost=22, places_gained=19)
    assert supply.changes({}, {}) == supply.Changes((), (), 0, 0)


@given(*[st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50))] * 2)
def test_what_was_there_less_lost_and_with_gained_is_there_now(before: dict[str, int], after: dict[str, int]) -> None:
    found = supply.changes(before, after)
    assert sum(before.values()) - found.places_lost + found.places_gained == sum(after.values())


def test_lewisham_2017() -> None:
    """28%, 72% and means of 21, 54 and 37 are printed."""
    shares = supply.shares_of_all({"residential": exactly(190), "nursing": exactly(482)})
    assert [round(one.value) for one in shares.values()] == [28, 72]
    assert [round(supply.mean_size(exactly(b), exactly(h)).value) for b, h in ((190, 9), (482, 9), (672, 18))] == [
        21,
        54,
        37,
    ]
    assert supply.before(exactly(9), exactly(3), exactly(0)) == exactly(12)


def test_shares_of_nothing() -> None:
    assert supply.shares_of_all({"a": exactly(0)}) == {}


def test_a_share_moves_once() -> None:
    """100 a / (a + b) with a in [9, 11] and b in [80, 90]: least 9 / 99, most 11 / 91."""
    found = share(Bounded(Fraction(10), Fraction(9), Fraction(11)), Bounded(Fraction(85), Fraction(80), Fraction(90)))
    assert (found.low, found.high) == (Fraction(900, 99), Fraction(1100, 91))


def test_an_input_without_an_end_leaves_its_side_open() -> None:
    over_36_000 = Bounded(Fraction(36000), Fraction(36000), None)
    assert total([over_36_000, exactly(1)]) == Bounded(Fraction(36001), Fraction(36001), None)
    assert monotone(lambda a: -a, "-", over_36_000) == Bounded(Fraction(-36000), None, Fraction(-36000))
    assert multilinear(lambda a, b: a * b, over_36_000, exactly(2)).low is None


def test_as_many_directions_as_inputs() -> None:
    with pytest.raises(ValueError, match="2 inputs need as many directions"):
        monotone(lambda a, b: a + b, "+", exactly(1), exactly(2))


def test_weeks_of_years() -> None:
    assert money.weeks_of_financial_year(2019) == Fraction(366, 7)  # it holds 29 February 2020
    assert money.weeks_of_financial_year(2020) == Fraction(365, 7)
    assert money.weeks_of_calendar_year(2020) == Fraction(366, 7)


def test_a_person_a_week_and_back() -> None:
    weeks = money.weeks_of_financial_year(2019)
    cost = money.cost_of_a_person_a_week(exactly(53_400_000), exactly(1560), weeks)
    assert round(cost.value, 2) == Fraction("654.69")
    assert money.spend(exactly(1560), cost, weeks) == exactly(53_400_000)


def test_change_of_older_peoples_money_in_bath() -> None:
    now, then = exactly(1_700_000), exactly(1_837_881)
    assert money.change(now, then) == exactly(-137_881)
    assert round(money.change_percent(now, then).value, 1) == Fraction("-7.5")
    assert money.share_of_total(exactly(1), exactly(8)).value == Fraction("12.5")


def test_seftons_vacancies() -> None:
    """9,900 jobs, 8.1% open, 7.8% in England; about 800 is printed."""
    jobs = Bounded(Fraction(9900), Fraction(9850), Fraction(9950))
    assert workforce.vacancies(jobs, exactly(8)).high == 796
    assert workforce.vacancies(exactly(9900), exactly(Fraction("8.1"))).value == Fraction("801.9")
    more = workforce.above_comparator(exactly(9900), exactly(Fraction("8.1")), exactly(Fraction("7.8")))
    assert more.value == Fraction("29.7")


def test_turnover_and_leavers_are_two_sides() -> None:
    jobs, vacant, rate = exactly(1000), exactly(10), exactly(30)
    left = workforce.leavers(jobs, vacant, rate)
    assert left == exactly(270)
    assert workforce.turnover(left, jobs, vacant) == rate
