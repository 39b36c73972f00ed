"""``marketcross demo``: the statements of all shipped packs, built where anything changed, and served here."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

import marketcross
from marketcross.statement.collection import build_all
from marketcross.statement.styles import NotBuiltError

HERE_ONLY = "127.0.0.1"
PROJECT = Path(marketcross.__file__).parents[2]
SILENCE = 2  # seconds without a sign of life that nobody minds


@click.command()
@click.option("--once", is_flag=True, help="Build, say where the results lie, and stop.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free port.")
@click.option(
    "--packs",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=PROJECT / "packs",
    help="The folder that holds the packs; its neighbour var/demo gets the statements.",
)
def command(once: bool, port: int, packs: Path) -> None:
    """Build the statements of all packs and serve them at http://127.0.0.1:8000.

    Exit status: 0 all built, 2 a pack cannot be read or the port is taken.
    """
    out = packs.resolve().parent / "var" / "demo"
    server = None if once else listening(port, out)
    try:
        outcomes = build_all(packs, out, progress)
    except NotBuiltError as error:
        raise click.ClickException(str(error)) from None
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    for problem in problems:
        click.echo(problem, err=True)
    if server is None:
        click.echo(f"The statements lie in {out}: open {out / 'index.html'}")
    else:
        serve(server)
    sys.exit(2 if problems else 0)


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


class Pages(SimpleHTTPRequestHandler):
    """Serves files and keeps quiet about it."""

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads a line for each request."""

    def end_headers(self) -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def listening(port: int, folder: Path) -> ThreadingHTTPServer:
    """A server that only this machine reaches. Taken before anything is built, so that a taken port is said at once."""
    try:
        return ThreadingHTTPServer((HERE_ONLY, port), partial(Pages, directory=str(folder)))
    except OSError as error:
        click.echo(
            f"Port {port} cannot be used ({error.strerror}): choose another, such as --port {port + 1}", err=True
        )
        sys.exit(2)


def serve(server: ThreadingHTTPServer) -> None:
    click.echo(f"The statements are at http://{HERE_ONLY}:{server.server_port}/ until you press Ctrl+C")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Stopped")
    finally:
        server.server_close()
