"""How long a million made people take, made alone and written as CSV, and how much memory.

No peer makes British households with carers, addresses and money, so that there is nothing to be faster than: the times
stand alone. Each size runs in a process of its own, which tells its own greatest memory. Before anything is timed, the
made people are counted against the plan, and two runs of one seed are compared byte by byte.
"""

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

SIZES = (100_000, 1_000_000)
ON = date(2026, 4, 1)


def made(people: int) -> dict[str, Any]:
    """Make everybody and keep nobody."""
    import numpy as np

    from marketcross.law import load
    from marketcross.synth.people import in_chunks, made_people, plan

    law, started, rows = load(), perf_counter(), dict[str, int]()
    for name, block in in_chunks(made_people(plan(people, ON), np.random.default_rng(1), law), 100_000):
        rows[name] = rows.get(name, 0) + len(next(iter(block.values())))
    if rows["people"] != people:
        raise AssertionError(f"{rows['people']} people instead of {people}")
    return _told(started) | {"rows": rows}


def written(people: int) -> dict[str, Any]:
    """Make everybody into files, as the command does."""
    from marketcross.cli._made_folder import write_made
    from marketcross.synth.people import plan

    with tempfile.TemporaryDirectory() as folder:
        started = perf_counter()
        write_made(Path(folder) / "out", plan(people, ON), 1, "csv")
        told = _told(started)
        files = sorted((Path(folder) / "out").iterdir())
        return told | {
            "megabytes": sum(file.stat().st_size for file in files) // 10**6,
            "sha256": hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest(),
        }


def _told(started: float) -> dict[str, Any]:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "seconds": round(perf_counter() - started, 1),
        "processor_seconds": round(used.ru_utime + used.ru_stime, 1),  # whatever else the machine does
        "peak_memory_mb": used.ru_maxrss // 1024,
    }


def _apart(what: str, people: int) -> dict[str, Any]:
    done = subprocess.run([sys.executable, __file__, what, str(people)], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def run() -> dict[str, Any]:
    one, other = _apart("written", 20_000), _apart("written", 20_000)
    if one["sha256"] != other["sha256"]:
        raise AssertionError("one seed gave two populations")
    return {f"{what} {people:,}": _apart(what, people) for what in ("made", "written") for people in SIZES}


if __name__ == "__main__":
    print(json.dumps({"made": made, "written": written}[sys.argv[1]](int(sys.argv[2])) if len(sys.argv) > 1 else run()))
