"""``marketcross borough``: make a borough in which nobody is real."""

from datetime import datetime
from pathlib import Path

import click

from marketcross.cli._likeness import likeness, pack_folder
from marketcross.cli._made_folder import said, write_made
from marketcross.cli._tables import refuse
from marketcross.cli.statement import bad_input
from marketcross.statement.replacing import refuse_unsafe
from marketcross.synth.people import MOST_PEOPLE, plan

_FOLDER = click.Path(file_okay=False, path_type=Path)
_PEOPLE_OF_A_BOROUGH = 10_000


@click.group()
def command() -> None:
    """Make a borough in which nobody is real."""


@command.command("people")
@click.option(
    "--like", "like", metavar="PACK", help="A pack with people.toml, by folder or name; else nowhere in particular."
)
@click.option(
    "--people", type=click.IntRange(0, MOST_PEOPLE), help="How many; else as many as the pack prints, or 10,000."
)
@click.option(
    "--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed gives the same bytes."
)
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), default="2026-04-01", show_default=True, help="The day of the ages."
)
@click.option("--format", "ending", type=click.Choice(["csv", "parquet"]), default="csv", show_default=True)
@click.option("--out", type=_FOLDER, required=True, help="The folder to write; what it held is replaced whole.")
def people_command(like: str | None, people: int | None, seed: int, on: datetime, ending: str, out: Path) -> None:
    """Make people: who lives with whom and where, who cares for whom, and how well that fits what is printed.

    Exit status: 0 made, 1 made but a printed figure is missed or contradicts others (fit.csv), 2 bad input.
    """
    with bad_input():
        wanted = likeness(pack_folder(like)) if like else None
        refuse_unsafe(out, *([pack_folder(like)] if like else []))
        printed = int(wanted.total.value) if wanted and wanted.total else _PEOPLE_OF_A_BOROUGH
        try:
            made = plan(printed if people is None else people, on.date(), wanted)
        except ValueError as error:
            refuse(error)
        held = write_made(out, made, seed, ending)
        missed = [one for one in held if not one.met]
        for one in missed:
            click.echo(said(one))
        met = f"{len(held) - len(missed)} of {len(held)} printed figures met, to 1% or to their rounding"
        click.echo(f"{out}: {made.people:,} made people; {met}")
        raise SystemExit(1 if missed else 0)
