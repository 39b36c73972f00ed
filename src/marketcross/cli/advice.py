"""``marketcross advice``: check the pages of information and advice, and load them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from marketcross.web.config.environment import BadSettings, environment
from marketcross.web.config.service import database, migrate
from marketcross.web.core.database.errors import DatabaseProblem

FOLDER = click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))


@click.group()
def command() -> None:
    """Check and load the pages of information and advice; FOLDER is yours, or the one that is shipped."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")


@command.command()
@FOLDER
def check(folder: Path | None) -> None:
    """Read the files and say all that is wrong with them. Exit status: 0 nothing, 2 something."""
    import django

    with _plain_words():
        os.environ.setdefault("DATABASE_URL", "postgresql://nobody@localhost/none")  # nothing here asks the database
        django.setup()
        written = _read(folder)
        click.echo(f"{len(written.pages)} pages in {len(written.topics)} topics: nothing is wrong.")


@command.command()
@FOLDER
def load(folder: Path | None) -> None:
    """Make the pages that are new, renew those that nobody changed, and keep what editors wrote."""
    import django

    with _plain_words(), database(environment()):
        migrate()
        django.setup()
        _load(folder)


def _load(folder: Path | None) -> None:
    from datetime import UTC, datetime

    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.directory.advice.loading.action import load_pages

    outcome = load_pages(by=SYSTEM, at=datetime.now(UTC), folder=_read(folder))
    made, renewed, unchanged = len(outcome.made), len(outcome.renewed), len(outcome.unchanged)
    click.echo(f"{made} made, {renewed} renewed, {unchanged} as they were.")
    for file in outcome.kept:
        click.echo(f"{file}: kept as an editor left it")


def _read(folder: Path | None) -> Any:
    """The folder as written; what is wrong with it goes to the terminal, all at once. Exits with 2."""
    from marketcross.web.directory.advice.loading import HERE, BadPagesError, read_folder

    try:
        return read_folder(folder.resolve() if folder else HERE)
    except BadPagesError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        raise SystemExit(2) from None


@contextmanager
def _plain_words() -> Iterator[None]:
    """What the installation lacks, as a sentence."""
    try:
        yield
    except (BadSettings, DatabaseProblem, subprocess.CalledProcessError) as problem:
        raise click.ClickException(str(problem)) from problem
