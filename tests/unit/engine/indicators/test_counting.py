"""Whom a count counts, how it is rounded, and what is said of a change."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketcross.engine.indicators import Asked, change, distinct, rounded

NORTH, SOUTH = ("mens-group", "north"), ("mens-group", "south")
LUNCH = ("lunch-club", "north")
DAY, LATER = date(2026, 9, 1), date(2026, 9, 2)


def test_nobody_is_counted_twice_under_one_code_and_the_last_word_counts() -> None:
    rows = [Asked("ann", NORTH, DAY), Asked("ann", SOUTH, LATER), Asked("ann", LUNCH, DAY), Asked("bo", NORTH, DAY)]
    assert distinct(rows) == {SOUTH: 1, LUNCH: 1, NORTH: 1}
    assert distinct(rows[::-1]) == distinct(rows)
    assert distinct([]) == {}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([NORTH, SOUTH, LUNCH]), st.dates())))
def test_rows_said_again_change_nothing(rows: list[tuple[str, tuple[str, str], date]]) -> None:
    asked = [Asked(*row) for row in rows]
    assert distinct(asked * 3) == distinct(asked)
    assert sum(distinct(asked).values()) == len({(one.who, one.cell[0]) for one in asked})


@pytest.mark.parametrize(
    ("count", "to", "printed"), [(7, 5, 5), (8, 5, 10), (12, 5, 10), (13, 5, 15), (7, 1, 7), (5, 10, 10)]
)
def test_a_count_is_rounded_to_the_nearest(count: int, to: int, printed: int) -> None:
    assert rounded(count, to=to) == printed


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [(20, 24, None), (20, 25, 5), (20, 26, 6), (20, 15, -5), (20, 16, None), (None, 9, None), (9, None, None)],
)
def test_a_change_below_the_threshold_is_not_shown(before: int | None, now: int | None, said: int | None) -> None:
    assert change(before, now, threshold=5) == said
