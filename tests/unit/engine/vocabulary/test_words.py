"""The small shared words: money, rounding, periods, age, frequency."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.engine.vocabulary.age import age_on, birthday
from marketcross.engine.vocabulary.frequency import Frequency, Regular
from marketcross.engine.vocabulary.money import NotMoneyError, from_pounds, pounds
from marketcross.engine.vocabulary.period import Period
from marketcross.engine.vocabulary.rounding import whole_above, whole_below


@given(st.integers(-(10**12), 10**12))
def test_money_is_said_and_read_back(pence: int) -> None:
    assert from_pounds(pounds(pence)) == pence


@pytest.mark.parametrize("text", ["", "1.234", "1,23", "£", "1e3", "--1", "twelve", "1.", ".5"])
def test_what_is_not_money_is_refused(text: str) -> None:
    with pytest.raises(NotMoneyError, match=r"like 214\.35"):
        from_pounds(text)


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_rounding_brackets_the_exact_amount(amount: int, divisor: int) -> None:
    exact = Fraction(amount, divisor)
    assert exact - 1 < whole_below(amount, divisor) <= exact <= whole_above(amount, divisor) < exact + 1


def test_a_period_holds_its_first_day_and_not_its_last() -> None:
    week = Period(date(2026, 4, 6), date(2026, 4, 13))
    assert date(2026, 4, 5) not in week
    assert date(2026, 4, 6) in week
    assert date(2026, 4, 12) in week
    assert date(2026, 4, 13) not in week
    assert week.days == len(list(week)) == 7
    assert date(2999, 1, 1) in Period(date(2026, 4, 6))


def test_periods_overlap_in_the_days_of_both() -> None:
    year = Period(date(2026, 4, 6), date(2027, 4, 12))
    assert year.overlap(Period(date(2027, 4, 11))) == Period(date(2027, 4, 11), date(2027, 4, 12))
    assert year.overlap(Period(date(2027, 4, 12))) is None
    assert Period(date(2026, 1, 1)).overlap(Period(date(2027, 1, 1))) == Period(date(2027, 1, 1))


def test_a_period_without_a_day_or_an_end_says_so() -> None:
    with pytest.raises(ValueError, match="no day"):
        Period(date(2026, 4, 6), date(2026, 4, 6))
    with pytest.raises(ValueError, match="no end"):
        _ = Period(date(2026, 4, 6)).days


@pytest.mark.parametrize(("on", "age"), [("2026-07-04", 77), ("2026-07-05", 78), ("2026-07-06", 78)])
def test_an_age_is_reached_on_the_birthday(on: str, age: int) -> None:
    assert age_on(date(1948, 7, 5), date.fromisoformat(on)) == age


@pytest.mark.parametrize(
    ("on", "age"), [("2018-02-28", 17), ("2018-03-01", 18), ("2020-02-28", 19), ("2020-02-29", 20)]
)
def test_someone_born_on_29_february(on: str, age: int) -> None:
    assert age_on(date(2000, 2, 29), date.fromisoformat(on)) == age
    assert birthday(date(2000, 2, 29), 18) == date(2018, 3, 1)


@given(st.dates(date(1900, 1, 1), date(2010, 1, 1)), st.integers(0, 120))
def test_the_birthday_is_the_first_day_of_the_age(born: date, age: int) -> None:
    day = birthday(born, age)
    assert age_on(born, day) == age
    if age:
        assert age_on(born, day.fromordinal(day.toordinal() - 1)) == age - 1


def test_a_birth_after_the_day_is_an_error() -> None:
    with pytest.raises(ValueError, match="after"):
        age_on(date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("pence", "every", "a_week"),
    [
        (10_000, Frequency.WEEKLY, Fraction(10_000)),
        (40_000, Frequency.FOUR_WEEKLY, Fraction(10_000)),
        (100_000, Frequency.MONTHLY, Fraction(100_000 * 12, 52)),
        (520_000, Frequency.YEARLY, Fraction(10_000)),
    ],
)
def test_what_an_amount_makes_a_week(pence: int, every: Frequency, a_week: Fraction) -> None:
    assert Regular.of(pence, every).each(Frequency.WEEKLY).pence == a_week


def test_a_fraction_of_a_penny_goes_the_way_that_helps() -> None:
    monthly = Regular.of(100_000, Frequency.MONTHLY).each(Frequency.WEEKLY)  # £230.769...
    assert monthly.in_pence(helps_the_person=False) == 23_076
    assert monthly.in_pence(helps_the_person=True) == 23_077


@given(st.integers(0, 10**9), st.sampled_from(Frequency), st.sampled_from(Frequency))
def test_there_and_back_changes_nothing(pence: int, one: Frequency, other: Frequency) -> None:
    assert Regular.of(pence, one).each(other).each(one) == Regular.of(pence, one)
