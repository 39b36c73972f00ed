"""A migrated cluster, kept between test runs: to migrate takes longer than most tests.

It lies in ``var/test-cluster`` under a digest of every migration, of what makes a cluster, and of the locked packages;
when one of them changes a new one is made and the old one goes. Each run starts on a copy of its own.
"""

import fcntl
import hashlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from marketcross.web.core.database.place import place_for
from marketcross.web.core.database.supervisor import Server, forget, running

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "test-cluster"
WEB = ROOT / "src" / "marketcross" / "web"


def digest() -> str:
    """One hash over all that a migrated cluster is made from."""
    files = [*WEB.rglob("migrations/*.py"), *(WEB / "core" / "database").glob("*.py")]
    files += [ROOT / "requirements" / "run.txt", WEB / "config" / "settings.py"]
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:16]


@contextmanager
def migrated(data: Path, migrate: Callable[[Server], None], settings: dict[str, str]) -> Iterator[Server]:
    """A running server under ``data`` whose database is migrated; nothing of it outlives the block."""
    _put_copy(data, migrate, settings)
    try:
        with running(data, **settings) as server:
            yield server
    finally:
        forget(data)  # the socket's folder as well


def _put_copy(data: Path, migrate: Callable[[Server], None], settings: dict[str, str]) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of several workers one migrates, the others wait for it
        kept = KEPT / digest()
        if not kept.exists():
            _make(data, migrate, settings, kept)
        else:
            _copy(kept, place_for(data).folder)


def _make(data: Path, migrate: Callable[[Server], None], settings: dict[str, str], kept: Path) -> None:
    with running(data, **settings) as server:
        migrate(server)
    for old in KEPT.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
    beside = KEPT / "new"
    _copy(place_for(data).folder, beside)
    beside.rename(kept)


def _copy(source: Path, target: Path) -> None:
    """Copy with owners and modes: PostgreSQL refuses files that are not its user's own."""
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", f"{source}/.", str(target)], check=True)
