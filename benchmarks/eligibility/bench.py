"""Eligibility of adults at 1, 1,000, 100,000 and 1,000,000 people: ours, bare NumPy, and OpenFisca where it is there.

OpenFisca runs in an environment of its own, var/bench/openfisca, which './run bench charging' makes. Without it the
benchmark says so and measures the rest.
"""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross import law
from marketcross.engine.rules import eligibility
from marketcross.engine.rules.compiled import apply, prepare
from marketcross.engine.rules.eligibility import ADULT, Judged
from marketcross.engine.rules.eligibility.adult import OUTCOMES, WAYS
from marketcross.law.criteria import load_eligibility

_ROOT = Path(__file__).resolve().parents[2]
_OPENFISCA = Path(os.environ.get("MARKETCROSS_OPENFISCA", _ROOT / "var" / "bench" / "openfisca" / "bin" / "python"))
_SIZES = (1, 1_000, 100_000, 1_000_000)
_REPEATS = 5
_REPEATS_FOR_ONE = 50
Facts = dict[str, NDArray[np.generic]]


def run() -> dict[str, Any]:
    """Equal decisions first, then people a second."""
    standard = eligibility.standard(date(2026, 11, 21), law=law.load(), criteria=load_eligibility())
    prepare(ADULT)
    found: dict[str, Any] = {
        "openfisca": "46.0.1" if _OPENFISCA.exists() else "not there: './run bench charging' makes it"
    }
    for size in _SIZES:
        facts = _facts(size)
        found[f"{size:,} people"] = _measured(standard, facts, size)
    found["one person, seconds"] = _explained(standard)
    return found


def _measured(standard: eligibility.Standard, facts: Facts, size: int) -> dict[str, Any]:
    results, bare_results = apply(ADULT, facts, standard.settings, size), _bare(facts)
    assert all(np.array_equal(cells, bare_results[name]) for name, cells in results.items()), "NumPy decides otherwise"
    ours = results["decision"].astype(bool)
    here = _seconds(lambda: apply(ADULT, facts, standard.settings, size), _repeats(facts))
    bare = _seconds(lambda: _bare(facts), _repeats(facts))
    result = {
        "eligible_percent": round(100 * float(ours.mean()), 1),
        "people_a_second": round(size / here),
        "bare_numpy_people_a_second": round(size / bare),
        "times_bare_numpy": round(bare / here, 2),
    }
    if _OPENFISCA.exists():
        theirs, seconds, traced = _openfisca(facts)
        assert np.array_equal(ours, theirs), "OpenFisca decides otherwise"
        result |= {"openfisca_people_a_second": round(size / seconds), "times_openfisca": round(seconds / here, 2)}
        result |= {"openfisca_traced_seconds": round(traced, 5)} if traced else {}
    return result


def _facts(size: int) -> Facts:
    """Sound judgements by chance, in the columns that the reader of tables makes."""
    rng = np.random.default_rng(7)
    facts: Facts = {
        outcome.name.lower(): np.where(
            rng.random(size) < 0.7, int(Judged.ABLE), rng.choice([2, 4, 8, 16, 10, 18], size)
        ).astype(np.uint8)
        for outcome in OUTCOMES
    }
    return facts | {"impairment": rng.random(size) < 0.93, "significant_impact": rng.random(size) < 0.7}


def _bare(facts: Facts) -> Facts:
    """The same results by array arithmetic with nothing around it."""
    count, unable = np.zeros(len(facts["impairment"]), np.int64), np.zeros(len(facts["impairment"]), np.int64)
    for outcome in OUTCOMES:
        found = facts[outcome.name.lower()] & WAYS != 0
        count += found
        unable += found * np.int64(outcome)
    first, second, third = facts["impairment"], count >= 2, facts["significant_impact"]
    return {
        "first_condition": first,
        "second_condition": second,
        "third_condition": third,
        "outcomes_unable": count,
        "unable": unable,
        "decision": first & second & third,
    }


def _openfisca(facts: Facts) -> tuple[NDArray[np.bool_], float, float | None]:
    with tempfile.TemporaryDirectory() as folder:
        given, answers = Path(folder) / "facts.npz", Path(folder) / "answers.npz"
        np.savez(
            given, **{name: cells if cells.dtype == bool else cells.astype(np.int32) for name, cells in facts.items()}
        )  # type: ignore[arg-type]
        script = Path(__file__).with_name("openfisca_adults.py")
        done = subprocess.run(
            [_OPENFISCA, script, given, answers, str(_repeats(facts))], capture_output=True, text=True, check=True
        )
        said = json.loads(done.stdout.splitlines()[-1])
        with np.load(answers) as stored:
            return stored["eligible"], median(said["seconds"]), median(said["traced"]) if said["traced"] else None


def _as_openfisca_holds(cells: NDArray[np.generic]) -> Any:
    return cells if cells.dtype == np.bool_ else cells.astype(np.int32)


def _explained(standard: eligibility.Standard) -> dict[str, float]:
    """One person from facts to every step as text; and with the record checked first, as the command does."""
    usual = {outcome.name.lower(): "able" for outcome in OUTCOMES}
    person: dict[str, Any] = {"assessment": "needs", "born": date(1950, 1, 1), "impairment": True, **usual}
    person |= {"nutrition": ["needs_help", "danger"], "hygiene": "takes_longer"}
    person |= {"significant_impact": True, "areas": "health"}
    alone = _seconds(lambda: str(eligibility.explain(standard, *eligibility.one(person), 0)), _REPEATS_FOR_ONE)
    checked = _seconds(lambda: str(eligibility.assess(standard, person).explanation), _REPEATS_FOR_ONE)
    return {"explained": round(alone, 5), "checked, decided and explained": round(checked, 5)}


def _repeats(facts: Facts) -> int:
    return _REPEATS_FOR_ONE if len(facts["impairment"]) == 1 else _REPEATS


def _seconds(work: Callable[[], object], repeats: int) -> float:
    taken = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return median(taken)
