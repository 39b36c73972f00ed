"""Whole statements, from a read pack to the bytes of every file.

Measured: one statement in a process that has built another before (warm), against the same in a process of its own
(cold), with equal bytes; and many different statements on two cores, with the memory of each process on its way.
``--full`` builds 153, one for each council with adult social care; else 20.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import made_statements
from made_statements import PACKS, build_share, digest, variant

from marketcross.statement.reading import read_pack

COUNCILS, FEW, CORES = 153, 20, 2


def run() -> dict[str, Any]:
    many = COUNCILS if os.environ.get("MARKETCROSS_BENCH_FULL") else FEW
    return {"one": {pack.name: one(pack) for pack in PACKS}, "many": statements(many)}


def one(path: Path) -> dict[str, Any]:
    """Seconds warm and cold. Warm: the process has just built a different statement of another pack."""
    other = next(pack for pack in PACKS if pack != path)
    digest(variant(read_pack(other), 0))
    started, worked = time.perf_counter(), time.process_time()
    warm_digest = digest(read_pack(path))
    warm, cpu = time.perf_counter() - started, time.process_time() - worked
    started = time.perf_counter()
    cold_digest = digest_elsewhere(path)
    cold = time.perf_counter() - started
    assert warm_digest == cold_digest, "the same pack gives the same bytes in any process"
    return {
        "warm_seconds": round(warm, 2),
        "warm_cpu_seconds": round(cpu, 2),  # of all cores together: says more than the clock on a busy machine
        "cold_seconds": round(cold, 2),
        "ratio": round(cold / warm, 1),
    }


def digest_elsewhere(path: Path) -> str:
    command = [sys.executable, str(made_statements.__file__), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def statements(many: int) -> dict[str, Any]:
    """Seconds for many on two processes, and how their memory grew from the first quarter to the end."""
    started = time.perf_counter()
    shares = [range(core, many, CORES) for core in range(CORES)]
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(build_share, shares))
    seconds = time.perf_counter() - started
    return {
        "statements": many,
        "processes": CORES,
        "seconds": round(seconds, 1),
        "seconds_each": round(seconds / many, 2),
        "cpu_seconds_each": round(sum(share.cpu for share in done) / many, 2),
        "memory_mib": [{"after_a_quarter": share.early, "at_the_end": share.late} for share in done],
    }
