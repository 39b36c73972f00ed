"""``marketcross law``: what the statutory values are, where they come from, and whether the files are sound."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from marketcross.engine.parameters import with_confirmed_rates
from marketcross.engine.vocabulary.money import from_pounds, pounds
from marketcross.law import DatedValue, Law, LawError, StatutoryValue, confirmed_rates, load


@click.group()
def command() -> None:
    """Show and check the statutory values that the rules rest on."""


@command.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Only what holds on this day, such as 2026-11-21.")
@click.option(
    "--rates", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A council's own confirmed rates."
)
def show(names: tuple[str, ...], on: datetime | None, rates: Path | None) -> None:
    """Show every statutory value, or those named: what, from when, source, and whether it was verified."""
    law = law_with_rates(rates)
    unknown = [name for name in names if name not in law]
    if unknown:
        raise click.UsageError(
            f"No statutory value is named {', '.join(unknown)}. 'marketcross law show' lists them all."
        )
    for name in names or sorted(law):
        click.echo("\n".join(_shown(law[name], on.date() if on else None)))


@command.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Check that every value has its source and that no year is missing without saying so."""
    try:
        law = load(folder.resolve()) if folder else load()
    except LawError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        raise SystemExit(2) from None
    dated = [value for statutory in law.values() for value in statutory.values]
    click.echo(f"{len(law)} statutory values with {_counted(dated)}: each has a source or says why it is missing.")


def law_with_rates(rates: Path | None) -> Law:
    """The shipped law with a council's confirmed rates laid over it. Exits with 2 where they are bad."""
    if rates is None:
        return load()
    try:
        return with_confirmed_rates(load(), confirmed_rates(rates.read_text(encoding="utf-8"), load(), str(rates)))
    except LawError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        raise SystemExit(2) from None


def _counted(dated: Iterable[DatedValue]) -> str:
    values = list(dated)
    missing = sum(bool(value.missing) for value in values)
    unverified = sum(not value.verified and not value.missing for value in values)
    return f"{len(values)} dated entries ({unverified} not yet verified, {missing} missing)"


def _shown(statutory: StatutoryValue, on: date | None) -> list[str]:
    entries = [value for value in statutory.values if on is None or value.start <= on < value.until]
    lines = [statutory.name, f"  {statutory.description}", f"  {statutory.rule}"]
    lines += [f"  {entry.start} until {entry.until}: {_said(statutory.unit, entry)}" for entry in entries]
    if not entries:
        first, last = statutory.values[0].start, statutory.values[-1].until
        lines.append(f"  Nothing is known for {on}: it is known from {first} until {last}.")
    return [*lines, ""]


def _said(unit: str, entry: DatedValue) -> str:
    if entry.missing:
        return f"missing: {entry.missing}"
    amount = pounds(from_pounds(entry.value)) if unit.startswith("pence") else entry.value
    words = unit.removeprefix("pence").replace("_per_", "a ").replace("age_or_day", "").replace("_", " ").strip()
    mark = "" if entry.verified else " NOT VERIFIED"
    return f"{amount} {words}".strip() + f"  [{entry.source}]{mark}"
