"""Differences for the same need: found where they are, not found where they are not, and never of a few people."""

import numpy as np
import pytest

from marketcross.engine.rules.allocation import fairness
from marketcross.engine.rules.allocation.fairness import Difference, differences


def made(size: int, *, less: int = 0, harder: int = 0, seed: int = 5) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """People with need, amount and group. Group b gets ``less`` per cent less, and has ``harder`` more need."""
    rng = np.random.default_rng(seed)
    group = rng.choice(["a", "b"], size).astype(object)
    need = rng.integers(1, 60, size) + harder * (group == "b")
    amount = (need * 1_000 * rng.lognormal(0, 0.1, size)).astype(np.int64)
    return need, np.where(group == "b", amount * (100 - less) // 100, amount), group


def of_b(need: np.ndarray, amount: np.ndarray, group: np.ndarray, *, fewest: int = 10) -> Difference:
    return differences(need, amount, group, rng=np.random.default_rng(1), fewest=fewest)[1]


def test_a_planted_difference_is_found_with_an_interval_around_it() -> None:
    found = of_b(*made(6_000, less=8))
    assert found.difference is not None and found.low is not None and found.high is not None
    assert found.low <= found.difference <= found.high < 0
    assert 0.5 * 2_400 < -found.difference < 1.6 * 2_400  # 8% of 30,000 pence, the middle amount
    assert "a week less than others with the same need" in found.reading
    assert "Chance does not explain it" in found.reading


def test_no_difference_is_not_called_one() -> None:
    found = of_b(*made(6_000))
    assert found.low is not None and found.high is not None
    assert found.low <= 0 <= found.high
    assert "no difference that chance would not explain" in found.reading


def test_greater_need_is_not_favour() -> None:
    """Group b costs much more in all, and the same at the same need."""
    need, amount, group = made(8_000, harder=25)
    assert np.median(amount[group == "b"]) > 1.5 * np.median(amount[group == "a"])
    found = of_b(need, amount, group)
    assert found.low is not None and found.high is not None
    assert found.low <= 0 <= found.high


def test_a_few_very_costly_people_do_not_make_a_difference() -> None:
    need, amount, group = made(6_000)
    amount[np.flatnonzero(group == "b")[:30]] *= 100
    found = of_b(need, amount, group)
    assert found.low is not None and found.high is not None
    assert found.low <= 0 <= found.high


def test_a_small_group_is_not_shown_nor_given_away() -> None:
    need, amount, group = made(600)
    group[:4], group[4:30] = "few", "next"
    found = {d.group: d for d in differences(need, amount, group, rng=np.random.default_rng(1), fewest=10)}
    assert found["few"].people is None and found["next"].people is None
    assert "too few people to say" in found["few"].reading
    assert found["a"].people is not None


def test_where_nobody_of_the_same_need_is_there_nothing_is_claimed() -> None:
    need = np.repeat([1, 100], 50)
    group = np.array(["a"] * 50 + ["b"] * 50, dtype=object)
    (first, _) = differences(need, need * 100, group, rng=np.random.default_rng(1), fewest=10)
    assert (first.compared, first.difference) == (0, None)
    assert "too few people could be compared" in first.reading


def test_the_same_seed_gives_the_same_interval_and_the_order_of_rows_does_not_matter() -> None:
    need, amount, group = made(2_000, less=5)
    order = np.random.default_rng(2).permutation(2_000)
    assert of_b(need, amount, group) == of_b(need[order], amount[order], group[order])


@pytest.mark.parametrize("size", [11, 40])
def test_medians_are_drawn_as_the_bootstrap_draws_them(size: int) -> None:
    """The short cut through the beta distribution against resampling in full, by the share at each value."""
    rng = np.random.default_rng(8)
    values = np.sort(rng.integers(0, 1_000, size))
    quick = np.concatenate([fairness._drawn_medians(values, rng) for _ in range(10)])
    samples = np.sort(rng.choice(values, (20_000, size)), axis=1)
    plain = samples[:, (size - 1) // 2]
    for cut in np.quantile(values, [0.2, 0.35, 0.5, 0.65, 0.8], method="lower"):
        assert abs((quick <= cut).mean() - (plain <= cut).mean()) < 0.02
