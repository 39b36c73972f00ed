"""Our side, and bare NumPy, each in a process of its own so that its memory is its own.

our_process.py FOLDER N compiled|plain|numpy
"""

import json
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import bare_numpy
import numpy as np

from marketcross.engine.rules import charging
from marketcross.engine.rules.compiled import apply, prepare
from marketcross.law import load
from people import ON

REPEATS = 5


def peak_kilobytes() -> int:
    """The most memory that this process has held; unlike getrusage it does not count the parent's."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def timed(work: Any, repeats: int = REPEATS) -> dict[str, float]:
    """Of some repeats, in seconds: the median by the clock, the best, and the least processor time of all threads."""
    taken, worked = [], []
    for _ in range(repeats):
        started, before = time.perf_counter(), time.process_time()
        work()
        taken.append(time.perf_counter() - started)
        worked.append(time.process_time() - before)
    return {"seconds": median(taken), "best_seconds": min(taken), "processor_seconds": max(min(worked), 1e-9)}


def main(folder: Path, rows: int, side: str) -> None:
    facts = dict(np.load(folder / "facts.npz"))
    terms = charging.terms(load(), date.fromisoformat(ON), charging.Policy())
    only_charge = charging.CHARGING.only("charge")
    prepared = 0.0
    if side == "compiled":
        started = time.perf_counter()
        prepare(only_charge)
        prepared = time.perf_counter() - started

    def compute() -> Any:
        if side == "numpy":
            return bare_numpy.charge(facts, dict(terms.values))
        return apply(only_charge, facts, terms.values, rows)["charge"]

    np.save(folder / f"{side}.npy", compute())
    measured = {"peak_kilobytes": peak_kilobytes(), "prepare_seconds": prepared}
    measured |= timed(compute)
    if side == "compiled" and rows == 1:
        measured |= _explaining(facts, terms)
    (folder / f"{side}.json").write_text(json.dumps(measured))


def _explaining(facts: dict[str, Any], terms: charging.Terms) -> dict[str, float]:
    defaults = {c.name: int(c.default or 0) for c in charging.FACTS if c.name != "person"}
    person = defaults | {name: int(column[0]) for name, column in facts.items()}
    given = frozenset(facts)

    def explain() -> str:
        return str(charging.assessed(person, given, terms).explanation)

    return {"explain_seconds": timed(explain, 50)["seconds"], "explanation_lines": len(explain().splitlines())}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
