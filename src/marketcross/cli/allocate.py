"""``marketcross allocate``: indicative sums by a published scheme, and what past plans say of one."""

from datetime import date, datetime
from pathlib import Path

import click

from marketcross.cli._calibrating import calibrate, check
from marketcross.cli._tables import FILE, explain_option, out_option, refuse, said_plainly, strict_option, tabled
from marketcross.engine.rules import allocation
from marketcross.engine.rules.allocation import PointsScheme, Reckoner, ScaledSchemeError
from marketcross.engine.rules.allocation.allocate import refuse_a_what_if
from marketcross.engine.rules.allocation.results import RESULTS, as_columns
from marketcross.engine.rules.explanation import Explanation
from marketcross.opendata.policies import SchemeFileError, read_scheme
from marketcross.opendata.tables import Chunk, Task


class _PeopleByDefault(click.Group):
    """``allocate FILE ...`` is ``allocate people FILE ...``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, "-h", "--help"}:
            args = ["people", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_PeopleByDefault)
def command() -> None:
    """Indicative sums by a council's published scheme.

    \b
    marketcross allocate FILE --scheme FILE --out FILE
    marketcross allocate FILE --scheme FILE --explain ROW
    """


@command.command()
@click.argument("file", type=FILE)
@click.option("--scheme", "scheme_file", type=FILE, required=True, help="The published scheme: .yaml, .toml or .json.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Refuse a scheme that is not in use on this day.")
@out_option
@explain_option
@strict_option
def people(
    file: Path, scheme_file: Path, on: datetime | None, out: Path | None, explain: int | None, strict: bool
) -> None:
    """Give each person of a table an indicative sum, or no figure where the plan should be costed instead."""
    with said_plainly(SchemeFileError, ScaledSchemeError):
        scheme = read_scheme(scheme_file)
        refuse_a_what_if(scheme)
    _in_use(scheme, on.date() if on else None)
    tabled(_task(scheme), file, out, strict=strict, explain=explain, why=lambda row: _why(scheme, row, on))


@command.command()
@click.option("--scheme", "scheme_file", type=FILE, required=True, help="The published scheme.")
def columns(scheme_file: Path) -> None:
    """List the columns that a table of people needs for a scheme."""
    with said_plainly(SchemeFileError):
        scheme = read_scheme(scheme_file)
    for column in allocation.columns(scheme):
        words = f" ({', '.join(column.words)})" if column.codes else ""
        need = "" if column.required else ", may be left empty"
        click.echo(f"{column.name}{words}{need}\n  {column.description}")


command.add_command(calibrate)
command.add_command(check)


def _in_use(scheme: Reckoner | PointsScheme, on: date | None) -> None:
    if on and not (scheme.start <= on and (scheme.until is None or on < scheme.until)):
        until = f" until {scheme.until}" if scheme.until else ""
        refuse(f"'{scheme.scheme}' is in use from {scheme.start}{until}, and not on {on}.")


def _task(scheme: Reckoner | PointsScheme) -> Task:
    has_points = isinstance(scheme, PointsScheme)

    def rule(chunk: Chunk) -> dict[str, object]:
        sums = allocation.allocate(scheme, allocation.answers(scheme, chunk.values))
        return as_columns(chunk.values["person"], sums, has_points=has_points)  # type: ignore[return-value]

    asked = allocation.columns(scheme)
    return Task("Allocating", asked, RESULTS, lambda chunk: allocation.contradictions(scheme, chunk.values), rule)  # type: ignore[arg-type]


def _why(scheme: Reckoner | PointsScheme, row: Chunk, on: datetime | None) -> Explanation:
    given = allocation.answers(scheme, row.values)
    return allocation.explain(scheme, given, 0, on=on.date() if on else None)
