"""Runs in OpenFisca's own environment: reads people, computes charges, and says how long it took and how much memory.

openfisca_process.py FOLDER N     FOLDER holds facts.npz, values.json; charges.npy and measured.json are written there
"""

import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_rules import system

PERIOD = "2021-11"
REPEATS = 5


def simulation(made: Any, facts: dict[str, Any], rows: int, trace: bool = False) -> Any:
    simulation = SimulationBuilder().build_default_simulation(made, rows)
    simulation.trace = trace
    for name, column in facts.items():
        simulation.set_input(name, PERIOD, column)
    return simulation


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


def explained(made: Any, facts: dict[str, Any]) -> str:
    one = simulation(made, {name: column[:1] for name, column in facts.items()}, 1, trace=True)
    one.calculate("charge", PERIOD)
    return "\n".join(one.tracer.computation_log.lines())


def main(folder: Path, rows: int) -> None:
    values = json.loads((folder / "values.json").read_text())
    facts = dict(np.load(folder / "facts.npz"))
    made = system({name: column.dtype == bool for name, column in facts.items()}, values)
    built = simulation(made, facts, rows)
    np.save(folder / "charges.npy", built.calculate("charge", PERIOD))
    peak = peak_kilobytes()

    def calculated() -> None:
        """Fresh caches, inputs set: what a caller with columns in hand pays."""
        simulation(made, facts, rows).calculate("charge", PERIOD)

    measured = {
        **timed(calculated),
        "peak_kilobytes": peak,
        "explain_seconds": timed(lambda: explained(made, facts), 50)["seconds"],
        "explanation_lines": len(explained(made, facts).splitlines()),
    }
    (folder / "measured.json").write_text(json.dumps(measured))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
