"""Three methods for clients, and how wrong each would have been in the past."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projection_cases import agrees, cases

from marketcross.engine.projection.clients import (
    HistoryTooShortError,
    Method,
    back_test,
    least_squares,
    project_clients,
)
from marketcross.engine.projection.damped_trend import DampedTrend, fit_damped_trend

HISTORIES = st.dictionaries(st.integers(2000, 2020), st.floats(0, 1e4), min_size=4, max_size=12)


def numbers(written: dict[str, str]) -> dict[int, float]:
    return {int(year): float(people) for year, people in written.items()}


@cases("clients")
def test_example(case: dict[str, Any]) -> None:
    method, counts = Method(case["method"]), numbers(case["counts"])
    population = numbers(case.get("population", {}))
    if "refuses" in case:
        years = [int(year) for year in case.get("years", ["2025"])]
        with pytest.raises(HistoryTooShortError, match=case["refuses"]):
            project_clients(method, counts, years, population)
        return
    made = project_clients(method, counts, [int(year) for year in case["gives"]], population)
    for year, people in case["gives"].items():
        assert agrees(made[int(year)].people, people), year


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_counts_changes_nothing(history: dict[int, float], chance: Any) -> None:
    shuffled = list(history.items())
    chance.shuffle(shuffled)
    for method in (Method.LINEAR, Method.DAMPED):
        expected = project_clients(method, history, [2025])[2025].people
        assert project_clients(method, dict(shuffled), [2025])[2025].people == pytest.approx(
            expected, rel=1e-9, abs=1e-6
        )


@given(HISTORIES)
def test_no_other_line_misses_by_less(history: dict[int, float]) -> None:
    level, slope = least_squares(history)

    def misses(at: float, by: float) -> float:
        return sum((people - at - by * year) ** 2 for year, people in history.items())

    best = misses(level, slope)
    for at, by in ((1e-3, 0), (-1e-3, 0), (0, 1e-6), (0, -1e-6)):
        assert best <= misses(level + at, slope + by) * (1 + 1e-6) + 1e-3


@given(HISTORIES)
def test_the_interval_holds_the_projection_and_widens(history: dict[int, float]) -> None:
    ahead = project_clients(Method.DAMPED, history, [2021, 2025, 2040])
    assert all(
        one.low is not None and one.high is not None and one.low <= one.people <= one.high for one in ahead.values()
    )
    trend = fit_damped_trend([history.get(year) for year in range(min(history), max(history) + 1)])
    widths = [high - low for _, low, high in map(trend.ahead, (1, 5, 20))]
    assert widths == sorted(widths)


def test_a_damped_trend_as_another_library_computes_it() -> None:
    """Means and growth of the interval by statsmodels 0.15.0, ETSModel(error='add', trend='add', damped_trend=True),

    with our parameters and start fixed; its first half-width is that of its own estimate of the spread.
    """
    trend = fit_damped_trend([100, 104, 109, 111, 116, 118, 119, 123])
    assert (trend.alpha, trend.beta, trend.fade) == pytest.approx((0.35, 0.0175, 0.96))
    theirs = {
        1: (125.671475, 2.268666),
        2: (128.241138, 2.416467),
        5: (135.349690, 2.879242),
        10: (145.423577, 3.687777),
    }
    first = trend.ahead(1)
    for years, (mean, half_width) in theirs.items():
        middle, low, high = trend.ahead(years)
        assert middle == pytest.approx(mean, abs=1e-6)
        assert (high - low) / (first[2] - first[1]) == pytest.approx(half_width / theirs[1][1], rel=1e-5)


def test_a_trend_that_fades_ends_somewhere() -> None:
    trend = DampedTrend(level=100, trend=10, alpha=0.5, beta=0.1, fade=0.8, spread=1)
    assert trend.ahead(1)[0] == pytest.approx(108)
    assert trend.ahead(200)[0] == pytest.approx(100 + 10 * 0.8 / 0.2)


def test_a_year_without_a_count_is_passed_over() -> None:
    made = project_clients(Method.DAMPED, {2010: 100, 2011: 110, 2012: 120, 2014: 140}, [2015])
    assert made[2015].people == pytest.approx(150, rel=0.05)


def test_a_back_test_uses_only_what_was_known() -> None:
    """From 10, 20 the line says 30, and 30 came. From 10, 20, 30 it says 40; 44 came, so it missed by 4 of 44."""
    tried = back_test(Method.LINEAR, {2016: 10, 2017: 20, 2018: 30, 2019: 44})
    assert tried is not None and (tried.ahead, tried.trials) == (1, 2)
    assert tried.percent == pytest.approx((0 + 100 * 4 / 44) / 2)


def test_a_back_test_of_todays_rate() -> None:
    tried = back_test(Method.POPULATION, {2018: 50, 2019: 66}, {2018: 1000, 2019: 1200})
    assert tried is not None and tried.percent == pytest.approx(100 * 6 / 66)


@pytest.mark.parametrize("history", [{}, {2019: 5.0}, {2016: 5.0, 2019: 6.0}, {2018: 5.0, 2019: 0.0}])
def test_no_back_test_without_a_year_to_try(history: dict[int, float]) -> None:
    assert back_test(Method.LINEAR, history) is None


def test_a_method_for_years_gone_by_is_refused() -> None:
    with pytest.raises(HistoryTooShortError, match="years after 2019"):
        project_clients(Method.DAMPED, {2016: 1, 2017: 2, 2018: 3, 2019: 4}, [2019])
