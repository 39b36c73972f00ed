"""Keep one embedded PostgreSQL running: start it, prove that it lives, stop it in order.

A lock on a file says who supervises a cluster; a second process that finds it taken becomes a client of the first. A
``postmaster.pid`` is never believed: a connection is the only proof of life, and a process is ours only if its command
names our data.
"""

import fcntl
import json
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psutil
import psycopg

from . import child, cluster, roles
from .errors import DatabaseProblem
from .place import Place, place_for

START_SECONDS = 60  # replaying the log after a power failure may take this long
STOP_SECONDS = 30

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_statement": "none",
    "log_min_error_statement": "panic",  # a failed statement may hold a person's data
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
}


@dataclass(slots=True)
class Server:
    """A running PostgreSQL. ``process`` is None where another process supervises it."""

    place: Place
    passwords: dict[str, str]
    process: "subprocess.Popen[bytes] | None" = None
    lock: IO[str] | None = field(default=None, repr=False)

    def url(self, role: str = roles.APP, database: str = roles.DATABASE) -> str:
        """A DATABASE_URL for one of the three roles, through the private socket."""
        host = quote(str(self.place.socket), safe="")
        return f"postgresql://{role}:{quote(self.passwords[role], safe='')}@{host}/{database}"

    def stop(self) -> None:
        """Stop it in order: connections end, everything acknowledged is on disk. Only its supervisor does."""
        if self.process:
            _stop_process(self.process)
            self.process = None
        if self.lock:
            self.lock.close()
            self.lock = None


def _connect(place: Place, password: str, database: str = "postgres") -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(
        host=str(place.socket), user="postgres", password=password, dbname=database, connect_timeout=5, autocommit=True
    )


def _stop_process(process: "subprocess.Popen[bytes]") -> None:
    for stop in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, gone: each is safe for the data
        if process.poll() is not None:
            return
        process.send_signal(stop)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue


def _end_orphan(data: Path) -> None:
    """Stop a PostgreSQL whose supervisor was killed, and clear a pid file that names nothing of ours."""
    pid_file = data / "postmaster.pid"
    try:
        pid = int(pid_file.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return
    try:
        process = psutil.Process(pid)
        ours = str(data) in process.cmdline() and process.name().startswith("postgres")
    except psutil.NoSuchProcess:
        ours = False
    if ours:
        process.send_signal(signal.SIGINT)
        psutil.wait_procs([process], timeout=STOP_SECONDS)
    pid_file.unlink(missing_ok=True)


def _prove(place: Place, process: "subprocess.Popen[bytes]", password: str) -> None:
    """Wait until a connection succeeds; a PostgreSQL that ends first says why in its log."""
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            _connect(place, password).close()
            return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > until:
                _stop_process(process)
                raise DatabaseProblem(
                    f"PostgreSQL did not start; {place.log} says: {_last_lines(place.log)}"
                ) from error
            time.sleep(0.05)


def _last_lines(log: Path, count: int = 4) -> str:
    return " / ".join(log.read_text(errors="replace").splitlines()[-count:]) if log.exists() else "nothing"


def _start(place: Place, data: Path, password: str, settings: dict[str, str]) -> "subprocess.Popen[bytes]":
    _end_orphan(data)
    chosen = SETTINGS | settings | {"unix_socket_directories": str(place.socket)}
    words: list[str | Path] = ["-D", data]
    for name, value in chosen.items():
        words += ["-c", f"{name}={value}"]
    process = child.start(place, words)
    _prove(place, process, password)
    return process


def _make_cluster(place: Place, settings: dict[str, str]) -> dict[str, str]:
    """Make files, roles, database and grants beside the final place, and rename as the last step."""
    fresh, passwords = cluster.make(place)
    process = _start(place, fresh, passwords["postgres"], settings)
    try:
        with _connect(place, passwords["postgres"]) as connection:
            roles.make_roles(connection, passwords)
        with _connect(place, passwords["postgres"], roles.DATABASE) as connection:
            roles.grant(connection)
    finally:
        _stop_process(process)
    roles.keep_passwords(place.passwords, passwords)
    fresh.rename(place.cluster)
    return passwords


def _take_lock(place: Place) -> IO[str] | None:
    lock = place.lock.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return lock


def _join(place: Place) -> Server:
    """Become a client of the process that supervises this cluster already; wait while it is still starting."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if place.passwords.exists():
            passwords = json.loads(place.passwords.read_text())
            try:
                _connect(place, passwords["postgres"]).close()
                return Server(place, passwords)
            except psycopg.OperationalError:
                pass
        if lock := _take_lock(place):  # the other one ended: its place is free
            lock.close()
            return start(place)
        time.sleep(0.1)
    raise DatabaseProblem(
        f"Another process holds {place.lock} and its PostgreSQL does not answer. End it and try again."
    )


def start(place: Place, settings: dict[str, str] | None = None) -> Server:
    """Start the cluster of ``place``, making it first where it is missing; or join the one that runs.

    :raises DatabaseProblem: it cannot run; the sentence says why and what to do.
    """
    lock = _take_lock(place)
    if lock is None:
        return _join(place)
    chosen = settings or {}
    try:
        if place.cluster.exists():
            cluster.check_version(place)
            passwords = json.loads(place.passwords.read_text())
        else:
            passwords = _make_cluster(place, chosen)
        process = _start(place, place.cluster, passwords["postgres"], chosen)
    except BaseException:
        lock.close()
        raise
    return Server(place, passwords, process, lock)


@contextmanager
def running(data: Path, **settings: str) -> Iterator[Server]:
    """A running server for the length of a block."""
    server = start(place_for(data), settings)
    try:
        yield server
    finally:
        server.stop()


def forget(data: Path) -> None:
    """Remove a cluster that nobody supervises: its data, its socket and its passwords."""
    place = place_for(data)
    lock = _take_lock(place)
    if lock is None:
        raise DatabaseProblem(f"The database in {place.folder} is in use; stop it first.")
    try:
        _end_orphan(place.cluster)
        shutil.rmtree(place.socket, ignore_errors=True)
        shutil.rmtree(place.folder, ignore_errors=True)
    finally:
        lock.close()


__all__ = ["Server", "forget", "running", "start"]
