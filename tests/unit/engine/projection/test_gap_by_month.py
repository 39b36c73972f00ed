"""The gap by month: the public simulator's results, an exact plain version, and what must hold for every input."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plain_gap import simulate
from projection_cases import cases

from marketcross.engine.projection.gap import STEPS_IN_A_MONTH, StayTooShortError, project_gap, times

MONTHS = 120


def of_the_simulator(case: dict[str, Any]) -> np.ndarray:
    """Arrivals a month from its yearly population: straight lines, the last one drawn on."""
    known, years = np.array(case["population"], dtype=float), (times(MONTHS) - 1) / 12
    before = np.minimum(years.astype(int), len(known) - 2)
    people: np.ndarray = known[before] + (years - before) * (known[before + 1] - known[before])
    return people * float(case["rate"]) / 10_000 / 12


def changes(case: dict[str, Any], months: int) -> np.ndarray:
    change = np.zeros(len(times(months)))
    for month, places in (case.get("changes") or {}).items():
        change[(int(month) - 1) * STEPS_IN_A_MONTH] = float(places)
    return change


@cases("gap")
def test_example(case: dict[str, Any]) -> None:
    arrivals: Any = of_the_simulator(case) if "population" in case else float(case["arrivals"])
    given_ = {
        "placed": float(case["placed"]),
        "waiting": float(case["waiting"]) if "waiting" in case else arrivals[0],
        "places": float(case["places"]),
        "arrivals": arrivals,
        "stay": float(case["stay"]),
        "change": changes(case, MONTHS),
        "months": MONTHS,
        "displaced_wait": case.get("displaced", "wait") == "wait",
    }
    if "refuses" in case:
        with pytest.raises(StayTooShortError, match=case["refuses"]):
            project_gap(**given_)
        return
    made = project_gap(**given_)
    for month, wanted in case["gives"].items():
        found = {name: getattr(made, name)[0, int(month) - 1] for name in wanted}
        assert found == pytest.approx({name: float(n) for name, n in wanted.items()}, abs=1e-5), month


PEOPLE = st.integers(0, 60)
CHANGES = st.dictionaries(st.integers(0, 20), st.integers(-40, 40), max_size=4)


@given(PEOPLE, PEOPLE, PEOPLE, st.integers(1, 30), st.integers(0, 15), CHANGES, st.booleans())
@settings(max_examples=60)
def test_as_the_exact_version_says(
    placed: int, waiting: int, places: int, stay: int, arrivals: int, change: dict[int, int], wait: bool
) -> None:
    flow = [float(change.get(step, 0)) for step in range(len(times(8)))]
    made = project_gap(
        placed=placed,
        waiting=waiting,
        places=places,
        arrivals=arrivals,
        stay=stay,
        change=flow,
        months=8,
        displaced_wait=wait,
    )
    plain = simulate(
        *map(Fraction, (placed, waiting, places, stay)),
        lambda _: Fraction(arrivals), lambda step: Fraction(change.get(step, 0)), 8, wait,
    )  # fmt: skip
    for month, wanted in enumerate(plain):
        found = [getattr(made, name)[0, month] for name in ("waiting", "placed", "vacancies", "shortfall")]
        assert found == pytest.approx([float(one) for one in wanted], abs=1e-9)


LONGER_WAIT = {"placed": 1, "waiting": 1, "places": -1, "arrivals": 1, "stay": 1}


@given(PEOPLE, PEOPLE, PEOPLE, st.integers(1, 30), st.integers(0, 15), CHANGES, st.booleans(), st.data())
@settings(max_examples=100)
def test_what_lengthens_the_wait(
    placed: int, waiting: int, places: int, stay: int, arrivals: int, change: dict[int, int], wait: bool, data: Any
) -> None:
    """More people, longer stays or fewer places: never less waiting or shortfall, never more vacancies."""
    inputs = {"placed": placed, "waiting": waiting, "places": places, "arrivals": arrivals, "stay": stay}
    moved = data.draw(st.sampled_from(list(LONGER_WAIT)))
    by = data.draw(st.integers(1, 20)) * LONGER_WAIT[moved]
    harder = inputs | {moved: max(0, inputs[moved] + by)}
    flow = [float(change.get(step, 0)) for step in range(len(times(24)))]
    assume(min(inputs["places"], harder["places"]) + np.cumsum(flow).min() >= 0)  # no more places close than there are
    before, after = (project_gap(**one, change=flow, months=24, displaced_wait=wait) for one in (inputs, harder))
    assert (after.waiting >= before.waiting - 1e-9).all()
    assert (after.shortfall >= before.shortfall - 1e-9).all()
    assert (after.vacancies <= before.vacancies + 1e-9).all()


def test_areas_do_not_touch_each_other() -> None:
    """Many at once, in another order, or alone: each the same."""
    rng = np.random.default_rng(3)
    inputs = {name: rng.integers(1, 500, 30).astype(float) for name in ("placed", "waiting", "places", "stay")}
    arrivals = rng.random((30, len(times(36)))) * 20
    together = project_gap(**inputs, arrivals=arrivals, months=36)
    order = rng.permutation(30)
    shuffled = project_gap(**{k: v[order] for k, v in inputs.items()}, arrivals=arrivals[order], months=36)
    np.testing.assert_array_equal(shuffled.waiting, together.waiting[order])
    alone = project_gap(**{k: v[7] for k, v in inputs.items()}, arrivals=arrivals[7], months=36)
    np.testing.assert_array_equal(alone.shortfall[0], together.shortfall[7])


def test_no_areas() -> None:
    none = np.zeros(0)
    made = project_gap(placed=none, waiting=none, places=none, stay=np.ones(0), arrivals=0, months=12)
    assert made.waiting.shape == (0, 12)


def test_the_first_month_is_the_start() -> None:
    made = project_gap(placed=5, waiting=3, places=9, arrivals=1, stay=10, months=1)
    assert (made.waiting.tolist(), made.placed.tolist(), made.vacancies.tolist()) == ([[3]], [[5]], [[4]])


def test_people_are_neither_lost_nor_made() -> None:
    """Who came is waiting, placed, or has left."""
    made = project_gap(placed=0, waiting=0, places=10, arrivals=4, stay=1e9, change=-0.01, months=24)
    expected = 4 * np.arange(24)
    np.testing.assert_allclose((made.waiting + made.placed)[0], expected, atol=1e-5)
