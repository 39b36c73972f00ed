"""What is shown gives no small count away: examples, the plain rule beside the fast one, and an attacker."""

import random
from typing import Any

import pytest
from attacker import bounds, cells_of
from disclosure_cases import cases, margins, table, tables
from disclosure_cases import cell as cell_of
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_control import control_plainly

from marketcross.engine.indicators import Dimension, Table, TableError, control, every_margin

KNOWN = {"name", "dimensions", "counts", "shown", "threshold", "margins"}
SLACK = 1e-6  # the attacker reckons in floats


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    assert set(case) <= KNOWN, "a word that nothing checks"
    found = control(table(case), margins(case), threshold=case.get("threshold", 5))
    assert found.shown == {cell_of(words): count for words, count in case["shown"].items()}


@settings(max_examples=60, deadline=None)
@given(tables(), st.sampled_from([3, 5, 10]), st.booleans())
def test_an_attacker_is_sure_of_no_small_count(made: Table, threshold: int, nested: bool) -> None:
    """Every small cell, the innermost and every total, could have reached the threshold; shown ones have."""
    every = every_margin(made.dimensions)
    asked = [one for one in every if not nested or not one or made.dimensions[0].name in one]
    shown = control(made, asked, threshold=threshold).shown
    assert all(count >= threshold for count in shown.values())
    for one in (one for margin in every for one in made.cells(margin)):
        held = sum(n for c, n in made.counts.items() if all(a in ("", b) for a, b in zip(one, c, strict=True)))
        if 0 < held < threshold:
            assert one not in shown
            assert bounds(made, shown, one)[1] >= threshold - SLACK, one


@settings(max_examples=40, deadline=None)
@given(tables(widest=(4, 3), most=9))
def test_nothing_that_is_held_back_can_be_worked_out_but_a_nought(made: Table) -> None:
    """What a reader could work out may as well be shown, so that nothing is held back in vain."""
    shown = control(made, every_margin(made.dimensions)).shown
    for one in cells_of(made):
        least, most = bounds(made, shown, one)
        if one not in shown and made.counts.get(one, 0):
            assert most - least > SLACK or made.counts[one] >= 5, one


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=4, max_size=4), st.booleans(), st.booleans())
def test_the_plain_rule_shows_the_same(counts: list[int], crossing: bool, nested: bool) -> None:
    sizes = (2, 2) if crossing else (4,)
    dimensions = tuple(Dimension(f"d{n}", tuple("xyzw"[:size])) for n, size in enumerate(sizes))
    empty = Table(dimensions, {})
    made = Table(dimensions, dict(zip(cells_of(empty), counts, strict=True)))
    asked = [one for one in every_margin(dimensions) if not nested or not one or "d0" in one]
    assert control(made, asked, threshold=3).shown == control_plainly(made, asked, threshold=3)


@settings(max_examples=20, deadline=None)
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_cells_changes_nothing(made: Table, chance: random.Random) -> None:
    shuffled = list(made.counts.items())
    chance.shuffle(shuffled)
    every = every_margin(made.dimensions)
    again = control(Table(made.dimensions, dict(shuffled)), every[::-1])
    assert again.shown == control(made, every).shown


@settings(max_examples=20, deadline=None)
@given(tables(widest=(3, 3, 2), most=30))
def test_a_table_without_small_counts_is_shown_whole(made: Table) -> None:
    full = Table(made.dimensions, {one: count + 5 for one, count in made.counts.items()})
    every = every_margin(made.dimensions)
    assert len(control(full, every).shown) == sum(len(list(full.cells(margin))) for margin in every)


def test_a_table_that_cannot_be_counted_says_all_that_is_wrong() -> None:
    with pytest.raises(TableError, match=r"twice.*its codes are not those.*below 0"):
        Table((Dimension("place", ("n", "n")),), {("s",): 1, ("n",): -1})
    with pytest.raises(TableError, match="leave out a dimension"):
        Table(tuple(Dimension(str(n), tuple(map(str, range(200)))) for n in range(3)), {})


@pytest.mark.parametrize(("threshold", "fine"), [(2, False), (3, True), (4, True)])
def test_a_threshold_below_three_is_refused(threshold: int, fine: bool) -> None:
    made = Table((Dimension("place", ("n",)),), {("n",): 7})
    if fine:
        assert control(made, every_margin(made.dimensions), threshold=threshold).shown
    else:
        with pytest.raises(ValueError, match="protects nobody"):
            control(made, every_margin(made.dimensions), threshold=threshold)
