"""``marketcross places``: load postcodes with their localities, and make them for a made borough."""

import os
from collections.abc import Collection
from pathlib import Path

import click

from marketcross.cli._made_postcodes import postcodes_of_folder
from marketcross.cli._tables import FILE, refuse, said_plainly
from marketcross.cli.demo import progress
from marketcross.opendata.finding import BadFileError
from marketcross.opendata.postcodes import PostcodeRow, read_lookup, read_postcodes, write_lookup, write_postcodes
from marketcross.statement.replacing import filled_folder

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """Load postcodes and the localities they lie in (docs/method/places.md)."""


@command.command()
@click.argument("directory", type=FILE)
@click.option("--localities", type=FILE, required=True, help="The council's table: by,code,kind,locality,name.")
@click.option(
    "--area", "areas", multiple=True, help="A council area's code; its postcodes are loaded. Repeat for more."
)
@click.option("--source", help="The edition, for the record; else the file's name.")
def load(directory: Path, localities: Path, areas: tuple[str, ...], source: str | None) -> None:
    """Load the ONS Postcode Directory's CSV into the service's database; loading it again changes nothing.

    Without --area, the postcodes to which the table gives a locality are loaded. Exit status: 0 loaded, 2 bad input,
    and then nothing was changed.
    """
    with said_plainly(BadFileError), progress(f"Reading {directory.name}"):
        rows = read_postcodes(directory, read_lookup(localities), areas)
    click.echo(_loaded(rows, source or directory.name))


@command.command()
@click.argument("borough", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=_FOLDER, required=True, help="The folder to write; what it held is replaced whole.")
def made(borough: Path, out: Path) -> None:
    """Write postcodes.csv and localities.csv for a folder that `marketcross borough people` made."""
    with said_plainly():
        rows = list(postcodes_of_folder(borough))
    with filled_folder(out) as folder:
        written = write_postcodes(folder / "postcodes.csv", rows)
        lines = write_lookup(folder / "localities.csv", rows)
    click.echo(f"{out}: {written:,} made postcodes, {lines:,} lines of their localities")


def _loaded(rows: Collection[PostcodeRow], source: str) -> str:
    """Load within one transaction, with the embedded database started where it does not run."""
    from marketcross.web.config.environment import BadSettings, environment
    from marketcross.web.config.service import database
    from marketcross.web.core.database.errors import DatabaseProblem

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    try:
        with database(environment()):
            return _load(rows, source)
    except (BadSettings, DatabaseProblem) as problem:
        refuse(problem)


def _load(rows: Collection[PostcodeRow], source: str) -> str:
    import django

    django.setup()
    from django.utils import timezone

    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.places.actions import load_postcodes

    done = load_postcodes(by=SYSTEM, at=timezone.now(), rows=rows, source=source)
    return f"{done.postcodes:,} postcodes: {done.added:,} new, {done.changed:,} changed, the rest as before"
