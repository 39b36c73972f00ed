"""``marketcross demo``: the statements of all shipped packs, built where anything changed, inside the service."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

import marketcross
from marketcross.statement.collection import build_all
from marketcross.statement.styles import NotBuiltError

HERE_ONLY = "127.0.0.1"
PROJECT = Path(marketcross.__file__).parents[2]
SILENCE = 2  # seconds without a sign of life that nobody minds


@click.command()
@click.option("--once", is_flag=True, help="Do all but serve, say where the results lie, and stop.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free port.")
@click.option(
    "--packs",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=PROJECT / "packs",
    help="The folder that holds the packs; its neighbour var gets the database and the statements.",
)
def command(once: bool, port: int, packs: Path) -> None:
    """Build the statements of all packs and open the service with made accounts at http://127.0.0.1:8000.

    Exit status: 0 all built, 2 a pack cannot be read or the port is taken.
    """
    data = packs.resolve().parent / "var"
    chosen = free_port(port)
    try:
        outcomes = build_all(packs, data / "statements", progress)
    except NotBuiltError as error:
        raise click.ClickException(str(error)) from None
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    for problem in problems:
        click.echo(problem, err=True)
    service = [sys.executable, "-m", "marketcross", "serve", "--port", str(chosen), "--workers", "2"]
    os.environ |= {"MARKETCROSS_MODE": "demo", "MARKETCROSS_DATA": str(data)}
    if not once:
        os.execv(sys.executable, service)  # noqa: S606 - its signals and its exit status become ours
    with progress("Preparing the service"):
        prepared = subprocess.run([*service, "--once"]).returncode
    click.echo(f"The statements lie in {data / 'statements'}: open {data / 'statements' / 'index.html'}")
    sys.exit(2 if problems or prepared else 0)


@contextmanager
def progress(what: str) -> Iterator[None]:
    """A sign of life for whatever takes longer than two seconds."""
    done = threading.Event()

    def tick() -> None:
        started = time.monotonic()
        if not done.wait(SILENCE):
            click.echo(f"{what} ...", nl=False)
            done.wait()
            click.echo(f" {time.monotonic() - started:.0f} s")

    watcher = threading.Thread(target=tick, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def free_port(port: int) -> int:
    """The port, or any free one for 0; a taken one is said before anything is built."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HERE_ONLY, port))
        except OSError as error:
            remedy = f"choose another, such as --port {port + 1}"
            click.echo(f"Port {port} cannot be used ({error.strerror}): {remedy}", err=True)
            sys.exit(2)
        chosen: int = door.getsockname()[1]
        return chosen
