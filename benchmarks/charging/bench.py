"""Charging: ours against the same rules as an OpenFisca package, and against bare NumPy arithmetic.

First 200 golden people must be charged alike by all, to the penny; then people a second at 1, 1,000, 100,000 and a
million, peak memory, and the time to explain one person. OpenFisca lives in var/bench/openfisca and its own process.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from marketcross.engine.rules import charging
from marketcross.law import load
from people import ON, made

HERE = Path(__file__).resolve().parent
OPENFISCA = HERE.parents[1] / "var" / "bench" / "openfisca"
PINNED = "openfisca-core==46.0.1"
SIZES = (1, 1_000, 100_000, 1_000_000)
PEOPLE_OF_A_COUNCIL = 20_000
MOST_PLAIN = 1_000  # more rows are compiled


class NotEqualError(RuntimeError):
    """Two sides charge somebody differently: nothing is measured until they agree."""


def run() -> dict[str, Any]:
    """Figures as JSON: seconds and ratios for each size."""
    python = environment()
    if isinstance(python, str):
        return {"skipped": python}
    with TemporaryDirectory() as folder:
        golden(Path(folder), python)
        by_size = {rows: sides(Path(folder), rows, python) for rows in SIZES}
    return summary(by_size)


def environment() -> Path | str:
    """OpenFisca's interpreter, made where it is not there; or why it cannot be made."""
    python = OPENFISCA / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", OPENFISCA], check=True)
    check = [str(python), "-c", "import openfisca_core"]
    if subprocess.run(check, capture_output=True).returncode:
        done = subprocess.run([str(python), "-m", "pip", "install", "-q", PINNED], capture_output=True, text=True)
        if done.returncode:
            return f"{PINNED} could not be installed into {OPENFISCA}: {done.stderr.strip().splitlines()[-1:]}"
    return python


def golden(folder: Path, python: Path) -> None:
    """Two hundred people, charged alike by every side and by the explained rules, one by one. Raises NotEqualError."""
    people = made(200, seed=7)
    found = sides_once(folder, people, 200, python)
    terms = charging.terms(load(), date.fromisoformat(ON), charging.Policy())
    assert not charging.contradictions(people, 200, terms)
    defaults = {c.name: int(c.default or 0) for c in charging.FACTS if c.name != "person"}
    for row in range(200):
        person = defaults | {name: int(column[row]) for name, column in people.items()}
        expected = charging.assessed(person, frozenset(people), terms).weekly
        for side, charges in found.items():
            if charges[row] != expected:
                raise NotEqualError(f"person {row}: explained {expected}, {side} {charges[row]}: {person}")


def sides_once(folder: Path, people: dict[str, Any], rows: int, python: Path) -> dict[str, Any]:
    """Run every side on the same people and give back what each charges."""
    terms = charging.terms(load(), date.fromisoformat(ON), charging.Policy())
    np.savez(folder / "facts.npz", **people)
    (folder / "values.json").write_text(json.dumps(dict(terms.values)))
    call(python, "openfisca_process.py", folder, rows)
    for side in ("compiled", "plain", "numpy"):
        if side != "plain" or rows <= MOST_PLAIN:
            call(Path(sys.executable), "our_process.py", folder, rows, side)
    names = {"openfisca": "charges", "compiled": "compiled", "numpy": "numpy"}
    return {side: np.load(folder / f"{name}.npy") for side, name in names.items()}


def call(python: Path, script: str, *words: object) -> None:
    done = subprocess.run([str(python), str(HERE / script), *map(str, words)], capture_output=True, text=True, cwd=HERE)
    if done.returncode:
        raise RuntimeError(f"{script}: {done.stderr}")


def sides(folder: Path, rows: int, python: Path) -> dict[str, Any]:
    """Measure every side on the same people; they must agree again."""
    charges = sides_once(folder, made(rows), rows, python)
    for side, found in charges.items():
        if not (found == charges["compiled"]).all():
            raise NotEqualError(f"{rows} people: {side} differs")
    read = {"openfisca": "measured.json", "compiled": "compiled.json", "plain": "plain.json", "numpy": "numpy.json"}
    if rows > MOST_PLAIN:
        del read["plain"]
    return {side: json.loads((folder / name).read_text()) for side, name in read.items()}


def summary(by_size: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """People a second, and how many times each peer we are."""
    figures = {}
    for rows, measured in by_size.items():
        ours = min((measured[side] for side in ("compiled", "plain") if side in measured), key=lambda m: m["seconds"])
        figures[f"{rows:,} people"] = {
            **{f"{side}_people_a_second": round(rows / each["seconds"]) for side, each in measured.items()},
            "times_openfisca": times(measured["openfisca"], ours),
            "times_bare_numpy": times(measured["numpy"], ours),
        }
    largest, one = by_size[max(by_size)], by_size[1]
    explaining = {side: one[side]["explain_seconds"] for side in ("openfisca", "compiled")}
    return {
        "golden_people_equal_to_the_penny": 200,
        "peer": PINNED,
        **figures,
        "peak_megabytes_at_a_million": {side: each["peak_kilobytes"] // 1024 for side, each in largest.items()},
        "compile_seconds_once": round(largest["compiled"]["prepare_seconds"], 1),
        "explain_one_person_milliseconds": {
            "openfisca_trace": round(explaining["openfisca"] * 1000, 2),
            "ours": round(explaining["compiled"] * 1000, 2),
            "times_openfisca": round(explaining["openfisca"] / explaining["compiled"], 2),
            "lines": {side: one[side]["explanation_lines"] for side in ("openfisca", "compiled")},
        },
        "a_council_of_20,000_people": {
            side: f"{PEOPLE_OF_A_COUNCIL / 1_000_000 * each['seconds'] * 1000:.2f} ms" for side, each in largest.items()
        },
    }


def times(peer: dict[str, float], ours: dict[str, float]) -> dict[str, float]:
    """How many times as fast we are: by the clock and, core for core, by processor time, which moves less."""
    by = {"median": "seconds", "best": "best_seconds", "processor_time": "processor_seconds"}
    return {word: round(peer[key] / ours[key], 2) for word, key in by.items()}


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
