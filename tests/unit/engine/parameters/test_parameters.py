"""A value on a day, a council's rates over it, and ages as the latest birth that has reached them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.engine.parameters import (
    OutsideKnownYearsError,
    born_by,
    first_day,
    on_date,
    pension_age_born_by,
    value_on,
    with_confirmed_rates,
)
from marketcross.engine.vocabulary.age import age_on
from marketcross.engine.vocabulary.period import Period
from marketcross.law import ConfirmedRate, ConfirmedRates, load

LAW = load()
RATES = ConfirmedRates(
    "Example Borough",
    "LAC(DHSC)(2026)2",
    "Asha",
    "Ben",
    date(2026, 3, 2),
    (ConfirmedRate("carer_premium", date(2026, 4, 6), date(2027, 4, 6), "60.00"),),
)


@pytest.mark.parametrize(
    ("on", "pence"), [("2022-04-05", 2490), ("2022-04-06", 2565), ("2023-04-05", 2565), ("2023-04-06", 2825)]
)
def test_a_value_changes_on_its_day(on: str, pence: int) -> None:
    assert value_on(LAW["personal_expenses_allowance"], date.fromisoformat(on)).value == pence


@pytest.mark.parametrize("on", ["2015-03-31", "2027-04-06"])
def test_a_day_outside_the_known_years_names_them(on: str) -> None:
    with pytest.raises(OutsideKnownYearsError, match="known from 2015-04-01 until 2027-04-06"):
        on_date(LAW, date.fromisoformat(on), ("carer_premium", "guarantee_child"))


def test_a_missing_year_says_why() -> None:
    known = value_on(LAW["guarantee_couple"], date(2026, 11, 21))
    assert known.value is None
    assert "2026" in known.missing


def test_a_councils_confirmed_rate_counts_as_verified_and_is_named() -> None:
    laid = with_confirmed_rates(LAW, RATES)
    known = value_on(laid["carer_premium"], date(2026, 11, 21))
    assert (known.value, known.verified, known.council) == (6000, True, "Example Borough")
    assert "confirmed by Ben" in known.source
    assert value_on(laid["carer_premium"], date(2023, 4, 6)) == value_on(LAW["carer_premium"], date(2023, 4, 6))
    assert LAW["carer_premium"].values[-1].missing, "the shipped law itself is untouched"


def test_a_rate_for_some_months_leaves_the_rest_as_it_was() -> None:
    middle = ConfirmedRate("upper_capital_limit", date(2020, 1, 1), date(2020, 2, 1), "30000.00")
    laid = with_confirmed_rates(LAW, replace(RATES, rates=(middle,)))["upper_capital_limit"]
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 31), date(2020, 2, 1)]
    assert [value_on(laid, day).value for day in days] == [2325000, 3000000, 3000000, 2325000]


@given(st.dates(date(2015, 4, 1), date(2027, 4, 1)), st.integers(1, 100))
def test_born_by_is_the_latest_birth_of_that_age(on: date, age: int) -> None:
    born = born_by(on, age)
    assert age_on(born, on) >= age
    assert age_on(born + timedelta(days=1), on) < age


@pytest.mark.parametrize(
    ("born", "reached"),
    [
        ("1953-04-06", "2016-07-06"),
        ("1953-12-05", "2018-11-06"),
        ("1953-12-06", "2019-03-06"),
        ("1954-10-06", "2020-10-06"),
        ("1960-04-05", "2026-04-05"),
        ("1960-04-06", "2026-05-06"),
        ("1960-07-31", "2026-11-30"),
        ("1960-08-05", "2026-12-05"),
    ],
)
def test_pension_credit_age_is_reached_on_its_day(born: str, reached: str) -> None:
    birth, day = date.fromisoformat(born), date.fromisoformat(reached)
    age = LAW["pension_credit_age"]
    assert birth <= pension_age_born_by(age, day)
    assert birth > pension_age_born_by(age, day - timedelta(days=1))


def test_the_first_day_of_an_age_within_a_period() -> None:
    year = Period(date(2026, 4, 6), date(2027, 4, 6))
    assert first_day(date(2001, 8, 9), year, lambda day: born_by(day, 25)) == date(2026, 8, 9)
    assert first_day(date(2003, 8, 9), year, lambda day: born_by(day, 25)) is None
