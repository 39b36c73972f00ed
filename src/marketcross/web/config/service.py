"""The whole service as one process tree: PostgreSQL, pages and the worker, started and stopped in order.

The parent only supervises. A child that ends is started again with growing pauses; a signal stops pages first (they
finish what they are answering), then the worker, then PostgreSQL.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection

from marketcross.web.config.environment import Environment
from marketcross.web.core.database import roles
from marketcross.web.core.database.address import with_lock_timeout
from marketcross.web.core.database.child import follow_parent
from marketcross.web.core.database.supervisor import running

GRACE_SECONDS = 25
LONGEST_PAUSE = 30.0


@dataclass(slots=True)
class Child:
    """One program of the tree, kept alive."""

    name: str
    words: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    pause: float = 1.0
    again_at: float = field(default=0.0)

    def look_after(self) -> None:
        """Start it where it does not run and its pause is over."""
        if self.process and self.process.poll() is None:
            return
        if self.process:
            print(f"{self.name} ended; starting it again in {self.pause:.0f} s", file=sys.stderr)
            self.process, self.again_at = None, time.monotonic() + self.pause
            self.pause = min(self.pause * 2, LONGEST_PAUSE)
        if time.monotonic() >= self.again_at:
            self.process = subprocess.Popen(self.words, start_new_session=True, preexec_fn=follow_parent())

    def stop(self) -> None:
        """Ask it to end, and insist when its grace is over."""
        if not self.process or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def database(settings: Environment) -> Iterator[None]:
    """The database for the length of a block; the children find its addresses in the environment."""
    if settings.database_url:
        os.environ.setdefault("DATABASE_OWNER_URL", settings.database_url.get_secret_value())
        yield
        return
    with running(settings.data) as server:
        os.environ |= {
            "DATABASE_URL": server.url(roles.APP),
            "DATABASE_OWNER_URL": server.url(roles.OWNER),
            "DATABASE_READER_URL": server.url(roles.READER),
        }
        yield


def migrate() -> None:
    """Bring the tables up to date, in a process of its own whose only connection is the owner's."""
    owner = os.environ | {"DATABASE_URL": with_lock_timeout(os.environ["DATABASE_OWNER_URL"])}
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], check=True, env=owner)


def prepare(settings: Environment) -> None:
    """Bring the tables and the static files up to date; a demonstration also gets its made accounts."""
    migrate()
    if settings.mode == "production":
        _run("from marketcross.web.core.static import collect; collect()")
    if settings.mode == "demo":
        _run("from marketcross.web.config.demo import make_demo; make_demo()")


def _run(statement: str) -> None:
    """Run a statement in a process of its own with Django set up: the parent only supervises."""
    subprocess.run([sys.executable, "-c", f"import django; django.setup(); {statement}"], check=True)


def children(address: str, workers: int) -> list[Child]:
    """Pages by gunicorn, jobs and sealing by the worker."""
    pages = [sys.executable, "-m", "gunicorn", "marketcross.web.config.wsgi", "--bind", address]
    pages += ["--workers", str(workers), "--log-level", "warning"]
    pages += ["--graceful-timeout", str(GRACE_SECONDS - 5), "--max-requests", "20000", "--max-requests-jitter", "2000"]
    return [
        Child("pages", pages),
        Child("worker", [sys.executable, "-m", "marketcross", "work"]),
    ]


def _answers(address: str) -> bool:
    """Whether pages are answered at ``host:port``; an answer of any kind counts."""
    door = HTTPConnection(address, timeout=5)
    try:
        door.request("GET", "/health")
        door.getresponse().read()
    except OSError:
        return False
    finally:
        door.close()
    return True


def serve(settings: Environment, address: str, workers: int, *, once: bool, say: Callable[[str], None]) -> None:
    """Make everything ready and run until a signal says stop; with ``once``, only make ready."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "marketcross.web.config.settings"
    stopping = False

    def stop(*_: object) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    with database(settings):
        prepare(settings)
        tree = [] if once else children(address, workers)
        stopping, told = stopping or once, False
        try:
            while not stopping:
                for child in tree:
                    child.look_after()
                if not told and _answers(address):
                    told = True
                    say(f"Market Cross is at http://{address}/ until you press Ctrl+C")
                time.sleep(0.2)
        finally:
            for child in tree:
                child.stop()
