"""Our gap projection against the public care-home simulator's own model, run as its authors run it.

The peer is The Strategy Unit's care-home-demand-simulator (MIT): a stock-and-flow model in XMILE, run by ``asdm``.
Neither is part of Market Cross: ``asdm`` 0.7.2 goes into an environment of its own (var/bench/asdm), the model file
is read from $CARE_HOME_SIMULATOR, and both work in a process of their own. First the two must be equal at months 12,
24, 60 and 120 for areas and scenarios with beds opened and closed; then 152 areas by 20 scenarios are timed. The peer
takes over a second for one run, so it runs a sample and the rest is reckoned from it, unless ``./run bench gap
--full`` asks for all 3,040.
"""

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

from marketcross.engine.projection.gap import STEPS_IN_A_MONTH, GapByMonth, project_gap, times

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE.parents[1] / "var" / "bench" / "asdm"
PEER = "asdm==0.7.2"
MODEL = "CARE_HOME_SIMULATOR"
REMEDY = (
    f"set ${MODEL} to the model file 'stella-models/simple care home model.stmx' of "
    "https://github.com/The-Strategy-Unit/care-home-demand-simulator (MIT licence)"
)

AREAS, MONTHS, YEARS = 152, 120, 10
COMPARED = (12, 24, 60, 120)
SAMPLE = 12
EQUAL_PEOPLE = 1e-6


class Area(NamedTuple):
    """What the simulator asks about an area; population 65 and over, beds opened and closed once a year."""

    population: list[float]
    beds: int
    placed: int
    opened: list[int]
    closed: list[int]


class WhatIf(NamedTuple):
    rate: int  # admissions a year for 10,000 people aged 65 and over
    stay: int  # months


def areas() -> list[Area]:
    """Made areas of every size; the first has the simulator's own starting values."""
    rng = np.random.default_rng(2024)
    made = [Area([22_370 + 331 * year for year in range(YEARS)], 625, 600, [0] * YEARS, [0] * YEARS)]
    for _ in range(AREAS - 1):
        people = float(rng.integers(8_000, 300_000))
        beds = int(people * rng.uniform(0.025, 0.05))
        growth = rng.uniform(1.0, 1.03)
        opened, closed = (rng.integers(0, beds // 15, YEARS) * (rng.random(YEARS) < 0.4) for _ in range(2))
        series = [people * growth**year for year in range(YEARS)]
        made.append(Area(series, beds, int(beds * rng.uniform(0.8, 1)), opened.tolist(), closed.tolist()))
    return made


def scenarios() -> list[WhatIf]:
    return [WhatIf(rate, stay) for rate, stay in product((100, 110, 120, 130, 140), (22, 25, 28, 31))]


def ours(cases: list[tuple[Area, WhatIf]]) -> GapByMonth:
    """All cases at once, under the simulator's assumptions: people whose beds close stay till they would have left."""
    arrivals = np.array([case[1].rate / 10_000 for case in cases])[:, None] / 12 * _people(cases)
    return project_gap(
        placed=[area.placed for area, _ in cases],
        waiting=arrivals[:, 0],  # a month's arrivals
        places=[area.beds for area, _ in cases],
        arrivals=arrivals,
        stay=[what_if.stay for _, what_if in cases],
        change=_changes(cases),
        months=MONTHS,
        displaced_wait=False,
    )


def _people(cases: list[tuple[Area, WhatIf]]) -> np.ndarray:
    """Population at each moment: straight lines between years, the last one drawn on."""
    years = (times(MONTHS) - 1) / 12
    before = np.minimum(years.astype(int), YEARS - 2)
    known = np.array([area.population for area, _ in cases])
    return known[:, before] + (years - before) * (known[:, before + 1] - known[:, before])


def _changes(cases: list[tuple[Area, WhatIf]]) -> np.ndarray:
    """Beds change at the first moment of each year."""
    change = np.zeros((len(cases), len(times(MONTHS))))
    change[:, :: 12 * STEPS_IN_A_MONTH] = [np.subtract(area.opened, area.closed) for area, _ in cases]
    return change


def peer(model: Path, cases: list[tuple[Area, WhatIf]]) -> dict[str, Any]:
    """Runs and seconds of the simulator, in its own environment and process."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
    if subprocess.run([python, "-c", "import asdm"], capture_output=True).returncode:
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=True)
    asked = {"model": str(model), "months": COMPARED, "cases": [[*area, *what_if] for area, what_if in cases]}
    done = subprocess.run(
        [python, HERE / "peer.py"], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def differences(made: GapByMonth, theirs: list[list[list[float]]]) -> float:
    """The largest difference in people or beds over all cases and months."""
    at = [month - 1 for month in COMPARED]
    mine = np.stack([made.waiting[:, at], made.placed[:, at], made.vacancies[:, at], made.shortfall[:, at]], axis=-1)
    return float(np.abs(mine - np.array(theirs)).max())


def run() -> dict[str, Any]:
    every = list(product(areas(), scenarios()))
    ours(every)  # once to warm up
    seconds = []
    for _ in range(5):
        started = perf_counter()
        ours(every)
        seconds.append(perf_counter() - started)
    found = {"runs": len(every), "ours_seconds": round(median(seconds), 3)}
    model = Path(os.environ.get(MODEL, ""))
    if not model.is_file():
        return found | {"skipped": REMEDY}
    picked = np.linspace(0, len(every) - 1, SAMPLE).astype(int)
    sample = every if os.environ.get("MARKETCROSS_BENCH_FULL") else [every[index] for index in picked]
    answer = peer(model, sample)
    apart = differences(ours(sample), answer["results"])
    if apart > EQUAL_PEOPLE:
        raise AssertionError(f"the two sides differ by up to {apart} people")
    peer_seconds = answer["seconds"] / len(sample) * len(every)
    return found | {
        "compared_runs": len(sample),
        "compared_months": COMPARED,
        "largest_difference_people": apart,
        "peer_seconds": round(peer_seconds),
        "peer_seconds_measured": round(answer["seconds"], 1),
        "times_faster": round(peer_seconds / median(seconds)),
    }
