"""Run PostgreSQL's programs as the right system user, so that they never outlive us."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .errors import DatabaseProblem
from .place import Place

PR_SET_PDEATHSIG = 1
CLEAN = ("PATH", "LANG", "TZ", "TMPDIR", "LD_LIBRARY_PATH")


def environment() -> dict[str, str]:
    """What PostgreSQL may see of ours: no secret of the service reaches it."""
    kept = {name: os.environ[name] for name in CLEAN if name in os.environ}
    return kept | {"LC_ALL": "C", "PGTZ": "UTC"}


def follow_parent() -> Callable[[], None] | None:
    """For Popen's ``preexec_fn``: on Linux the kernel interrupts the child however we die.

    PostgreSQL takes it as a fast shutdown; elsewhere the next start ends what was left.
    """
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def ask() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)
        if os.getppid() != parent:  # we died between the fork and the call
            os._exit(1)

    return ask


def as_user(place: Place) -> dict[str, Any]:
    """Popen's options for the place's system user."""
    return {"user": place.user, "group": "nogroup", "extra_groups": []} if place.user else {}


def own(place: Place, *paths: Path) -> None:
    """Hand files that we made to the system user that runs PostgreSQL."""
    if place.user:
        import pwd

        user = pwd.getpwnam(place.user)
        for path in paths:
            os.chown(path, user.pw_uid, user.pw_gid)


def run(place: Place, program: str, *words: str | Path, given: str | None = None) -> str:
    """Run one of PostgreSQL's programs to its end and return what it said; its failure is our error."""
    done = subprocess.run(
        [place.programs / "bin" / program, *words],
        input=given,
        capture_output=True,
        text=True,
        env=environment(),
        cwd=place.folder,
        **as_user(place),
    )
    if done.returncode:
        raise DatabaseProblem(f"PostgreSQL's {program} failed: {done.stderr.strip()[-800:]}")
    return done.stdout


def start(place: Place, words: Sequence[str | Path]) -> "subprocess.Popen[bytes]":
    """Start ``postgres`` as our child; what it says goes to the place's log."""
    with place.log.open("ab") as log:
        return subprocess.Popen(
            [place.programs / "bin" / "postgres", *words],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment(),
            cwd=place.folder,
            start_new_session=True,  # Ctrl-C in a terminal reaches us; we then stop PostgreSQL in order
            preexec_fn=follow_parent(),  # called from the main thread only
            **as_user(place),
        )
