"""Self-funders by subtraction and by survey rates."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from projection_cases import agree, bounded, cases

from marketcross.engine.projection.bounded import Bounded
from marketcross.engine.projection.self_funders import (
    at_home,
    at_most,
    implied_by_printed,
    in_care_homes,
    share_of_market,
)

INPUTS = "beds", "occupancy", "council", "continuing_healthcare", "other_councils"


def found_by(case: dict[str, Any]) -> dict[str, Bounded]:
    if case["kind"] == "care_homes":
        made = in_care_homes(*(bounded(case, name) for name in INPUTS))
        return {name: getattr(made, name) for name in ("occupied", "self_funders", "share_of_people", "share_of_beds")}
    if case["kind"] == "market":
        return {"share": share_of_market(bounded(case, "self_funders"), bounded(case, "council"))}
    bands = case["bands"] or {}
    at = at_home({n: (bounded(one, "people"), bounded(one, "rate"), int(one["per"])) for n, one in bands.items()})
    return {**at.by_band, "self_funders": at.self_funders}


@cases("self_funders")
def test_example(case: dict[str, Any]) -> None:
    found, wanted = found_by(case), case["gives"]
    assert all(agree(found[name], wanted, name) for name in wanted if not name.endswith("_range")), found


RANGED = st.tuples(st.integers(0, 4000), st.integers(0, 50), st.integers(0, 50)).map(
    lambda one: Bounded(Fraction(one[0] + one[1]), Fraction(one[0]), Fraction(one[0] + one[1] + one[2]))
)


@given(st.tuples(*[RANGED] * 5), st.randoms(use_true_random=False))
def test_every_choice_within_the_ranges_gives_an_answer_within_the_range(inputs: Any, chance: Any) -> None:
    whole = in_care_homes(*inputs) if inputs[0].low and inputs[1].low else None
    if whole is None:
        return
    drawn = [Bounded.exactly(Fraction(chance.randint(int(one.low), int(one.high)))) for one in inputs]
    exact = in_care_homes(*drawn)
    for name in ("occupied", "self_funders", "share_of_people", "share_of_beds"):
        inside = getattr(whole, name)
        assert inside.low <= getattr(exact, name).value <= inside.high, name


@given(RANGED, RANGED, RANGED)
def test_what_is_implied_and_what_is_printed_make_the_most(beds: Bounded, paid: Bounded, printed: Bounded) -> None:
    assert implied_by_printed(beds, paid, printed).value + printed.value == at_most(beds, paid).value
