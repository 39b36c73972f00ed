"""``marketcross people``: load a made borough into the register."""

import os
from pathlib import Path

import click

from marketcross.cli._made_postcodes import postcodes_of_folder
from marketcross.cli._tables import refuse, said_plainly


@click.group()
def command() -> None:
    """Load made people into the register (docs/adr/0109-what-a-bulk-load-leaves.md)."""


@command.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def load(folder: Path) -> None:
    """Load the FOLDER that `marketcross borough people` made, with its postcodes: all of it or nothing.

    Exit status: 0 loaded, 2 bad input (each bad row as file:line), and then nothing was changed.
    """
    from marketcross.web.config.environment import BadSettings, environment
    from marketcross.web.config.service import database
    from marketcross.web.core.database.errors import DatabaseProblem

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketcross.web.config.settings")
    try:
        with database(environment()):
            click.echo(_loaded(folder))
    except (BadSettings, DatabaseProblem) as problem:
        refuse(problem)


def _loaded(folder: Path) -> str:
    import django

    django.setup()
    from django.db import transaction
    from django.utils import timezone

    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.people.loading import BadFolder, load_people, read_borough
    from marketcross.web.places.actions import load_postcodes

    with said_plainly(BadFolder), transaction.atomic():
        borough, at = read_borough(folder), timezone.now()
        load_postcodes(by=SYSTEM, at=at, rows=postcodes_of_folder(folder), source="a made borough")
        done = load_people(by=SYSTEM, at=at, borough=borough)
    return f"{done.people:,} people with {done.addresses:,} addresses and {done.relationships:,} relationships"
