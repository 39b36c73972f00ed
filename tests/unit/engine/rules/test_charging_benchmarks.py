"""The benchmarks compare like with like: thirty cases by hand, and bare NumPy arithmetic, agree with the rules."""

import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from marketcross.engine.rules import charging
from marketcross.law import load

BENCHMARKS = Path(__file__).resolve().parents[4] / "benchmarks"
CASES = yaml.safe_load((BENCHMARKS / "calculators" / "cases.yaml").read_text(encoding="utf-8"))


@pytest.fixture(params=["charging", "calculators"])
def folder(request: pytest.FixtureRequest) -> Iterator[str]:
    """A benchmark's folder on the path, and its modules forgotten afterwards."""
    place = str(BENCHMARKS / request.param)
    sys.path.insert(0, place)
    yield request.param
    sys.path.remove(place)
    for name in ("bench", "people", "bare_numpy"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("folder", ["calculators"], indirect=True)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_our_answer_is_the_one_by_hand(folder: str, case: dict[str, Any]) -> None:
    assert f"{import_module('bench').ours(case):.2f}" == case["pays"]


@pytest.mark.parametrize("folder", ["charging"], indirect=True)
def test_bare_numpy_charges_two_hundred_people_alike(folder: str) -> None:
    people, bare = import_module("people"), import_module("bare_numpy")
    made, on = people.made(200, seed=7), date.fromisoformat(people.ON)
    terms = charging.terms(load(), on, charging.Policy())
    charges = charging.assess_table(made, law=load(), on=on)
    assert not charges.undetermined
    assert charges.results["charge"].tolist() == bare.charge(made, dict(terms.values)).tolist()
