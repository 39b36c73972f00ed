"""``marketcross people``: load a made borough into the register, and take in somebody from another council."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from marketcross.cli._database import with_database
from marketcross.cli._made_postcodes import postcodes_of_folder
from marketcross.cli._tables import FILE, refuse, said_plainly


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


@command.command("import")
@click.argument("file", type=FILE)
@click.option("--as", "email", required=True, help="The email address of whoever takes them in: a colleague's account.")
@click.option("--add", is_flag=True, help="They are somebody new.")
@click.option("--join", type=click.UUID, help="They are the person of this record: the two become one.")
@click.option("--moves-on", type=click.DateTime(["%Y-%m-%d"]), help="When they move here; today, unless given.")
def import_person(file: Path, email: str, add: bool, join: UUID | None, moves_on: datetime | None) -> None:
    """Take in somebody whom another council hands over (docs/reference/person-file.md).

    Without --add or --join it says who they may be, and writes nothing. Exit status: 0 done or checked, 2 refused.
    """
    if add and join:
        refuse("choose --add or --join, not both")
    click.echo(with_database(lambda: _imported(file, email, join, decided=add or bool(join), moves_on=moves_on)))


def _imported(file: Path, email: str, join: UUID | None, *, decided: bool, moves_on: datetime | None) -> str:
    from django.core.exceptions import ValidationError
    from django.utils import timezone

    from marketcross.web.core.actor import Actor
    from marketcross.web.core.models import User
    from marketcross.web.people.importing import BadFile, look_alikes, read, take_in

    user = User.objects.filter(email=email.lower(), is_active=True).first()
    if user is None or not user.has_role("practitioner", "link_worker"):
        refuse("--as: there is no practitioner or link worker with this email address")
    on = timezone.localdate()
    try:
        reading = read(file.read_bytes())
        if not decided:
            return _alike(look_alikes(reading, user, on))
        day = moves_on.date() if moves_on else on
        by, at = Actor.of(user), timezone.now()
        person = take_in(by=by, at=at, reading=reading, moves_on=day, user=user, join=join)
    except BadFile as problem:
        refuse("\n".join(problem.problems))
    except ValidationError as problem:
        refuse("\n".join(problem.messages))
    return f"taken in: {person.pk}"


def _alike(found: Sequence[Any]) -> str:
    """Who they may be, each by key, name and year of birth."""
    rows = [f"{one.id} {one.name} {one.born_on.year if one.born_on else ''}".rstrip() for one in found]
    told = ["They may be one of these: --join KEY", *rows] if rows else ["Nobody like them is in the register."]
    return "\n".join([*told, "Nothing was written. Decide with --add or --join."])
