"""``marketcross serve``: the whole service."""

import subprocess

import click

from marketcross.web.config.environment import BadSettings, environment
from marketcross.web.config.service import serve
from marketcross.web.core.database.errors import DatabaseProblem


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=3, show_default=True, help="Processes that answer pages.")
@click.option("--once", is_flag=True, help="Make everything ready and stop.")
def command(host: str, port: int, workers: int, once: bool) -> None:
    """Start the database, the pages and the worker, and keep them running. Ctrl-C stops all in order."""
    try:
        serve(environment(), f"{host}:{port}", workers, once=once, say=click.echo)
    except (BadSettings, DatabaseProblem) as problem:
        raise click.ClickException(str(problem)) from problem
    except subprocess.CalledProcessError as problem:
        raise click.ClickException("Making the service ready failed; what went wrong stands above.") from problem
