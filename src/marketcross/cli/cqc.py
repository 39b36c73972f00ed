"""``marketcross cqc``: look at files of the Care Quality Commission's register."""

from datetime import datetime
from pathlib import Path

import click

from marketcross.cli._tables import FILE, said_plainly
from marketcross.opendata.cqc import Change, Location, changes, counted_once, read_register
from marketcross.opendata.finding import BadFileError


@click.group()
def command() -> None:
    """Look at files of the Care Quality Commission's register (docs/method/cqc.md)."""


@command.command()
@click.argument("file", type=FILE)
def check(file: Path) -> None:
    """Read a file in any of its layouts and say what it holds. Exit status: 0 read, 2 bad input."""
    with said_plainly(BadFileError):
        locations = read_register(file)
    homes = [one for one in counted_once(locations) if one.is_care_home]
    beds = sum(one.beds or 0 for one in homes)
    click.echo(f"{len(locations):,} locations; {len(homes):,} care homes, each place once, with {beds:,} beds")


@command.command("changes")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the newer file.")
def changes_command(old: Path, new: Path, on: datetime) -> None:
    """Say what changed between two files of the same area: one line a change. Exit status: 0, 2 bad input."""
    with said_plainly(BadFileError):
        before, after = read_register(old), read_register(new)
    names = {one.id: one for one in (*before, *after)}
    found = changes(before, after, on=on.date())
    for change in found:
        click.echo(_said(change, names[change.location]))
    click.echo(f"{len(found):,} changes", err=True)


def _said(change: Change, location: Location) -> str:
    what = change.kind.value.replace("_", " ") + (f" ({change.question})" if change.question else "")
    turned = f": {change.before} to {change.after}" if change.before else ""
    return f"{location.id} {location.name}: {what}{turned}"
