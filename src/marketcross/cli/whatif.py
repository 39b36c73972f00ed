"""``marketcross whatif``: what another scheme, price, policy or a held total would change, and for whom."""

import json
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click
import numpy as np
from numpy.typing import NDArray

from marketcross.cli._sides import Compared, Side, read_both
from marketcross.cli._tables import BAD_INPUT, FILE, refuse, said_plainly, strict_option
from marketcross.cli.law import law_with_rates
from marketcross.engine.rules import charging
from marketcross.engine.rules.allocation import Sums
from marketcross.engine.rules.allocation.variants import UnknownPriceError, held_to, with_prices
from marketcross.engine.rules.allocation.what_if import WhatIf, what_if
from marketcross.engine.rules.charging import Policy, PolicyError, Terms
from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.engine.vocabulary.money import NotMoneyError, from_pounds
from marketcross.opendata.policies import SchemeFileError, read_scheme, write_scheme
from marketcross.opendata.policies.charging_policy import read_charging_policy
from marketcross.opendata.tables import RejectedRows, Writer
from marketcross.statement.replacing import UnusableFolderError, refuse_unsafe, replace_folder

T = TypeVar("T")

_LAW_ALONE = "none"
_MISTAKES = (SchemeFileError, PolicyError, UnknownPriceError, NotMoneyError, UnusableFolderError)


@click.command()
@click.argument("people", type=FILE)
@click.option("--scheme", "schemes", multiple=True, type=FILE, required=True, help="Before, and after; one is both.")
@click.option("--policy", "policies", multiple=True, help="Of charging: before, and after; 'none' is the law alone.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of the charges, with --policy.")
@click.option("--rates", type=FILE, help="The council's own confirmed rates, with --policy.")
@click.option("--price", "prices", multiple=True, metavar="KIND=POUNDS", help="Another usual price afterwards.")
@click.option("--hold-to", metavar="POUNDS", help="Scale all prices afterwards until the weekly sums come to this.")
@click.option("--by", multiple=True, metavar="COLUMN", help="A column of groups to compare; may be repeated.")
@click.option("--fewest", type=click.IntRange(5), default=10, show_default=True, help="Smallest count shown.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A folder for the results.")
@strict_option
def command(
    people: Path,
    schemes: tuple[Path, ...],
    policies: tuple[str, ...],
    on: datetime | None,
    rates: Path | None,
    prices: tuple[str, ...],
    hold_to: str | None,
    by: tuple[str, ...],
    fewest: int,
    out: Path,
    strict: bool,
) -> None:
    """Compare schemes, prices or charging policies on the same PEOPLE: total cost, and who gains or loses.

    Each row holds a person's answers; with --policy also what charging asks, but for the cost of care, which is the
    sum that the scheme gives.
    """
    with said_plainly(*_MISTAKES):
        refuse_unsafe(out, people)
        sides = _sides(schemes, _terms(policies, on, rates), prices)
        compared = read_both(people, sides, by, strict=strict)
        if hold_to:
            held = held_to(sides[1].scheme, compared.after.given, from_pounds(hold_to))
            sides = (sides[0], replace(sides[1], scheme=held))
        sums, amounts = compared.amounts(sides)
        found = what_if(sums, amounts, {name: compared.before.group(name) for name in by}, fewest=fewest)
        replace_folder(out, _files(compared, sides, found, sums, amounts, by))
    for line in found.readings:
        click.echo(line)
    if compared.problems:
        click.echo(f"Some rows were left out, each with what would be right: {out / 'people.rejected.csv'}", err=True)
        raise SystemExit(BAD_INPUT)


def _terms(policies: tuple[str, ...], on: datetime | None, rates: Path | None) -> tuple[Terms | None, Terms | None]:
    if not policies:
        if on or rates:
            refuse("--on and --rates are for charges: give --policy too ('none' is the law alone).")
        return None, None
    if on is None:
        refuse("--policy needs --on, the day of the charges.")
    law = law_with_rates(rates)
    made = [charging.terms(law, on.date(), _policy(name)) for name in _two(policies, "--policy")]
    return made[0], made[1]


def _policy(name: str) -> Policy:
    return Policy() if name == _LAW_ALONE else read_charging_policy(Path(name))


def _sides(
    schemes: tuple[Path, ...], terms: tuple[Terms | None, Terms | None], prices: tuple[str, ...]
) -> tuple[Side, Side]:
    before, after = map(read_scheme, _two(schemes, "--scheme"))
    if prices:
        written = [price.partition("=") for price in prices]
        after = with_prices(after, {kind.strip(): from_pounds(pounds) for kind, _, pounds in written})
    return Side(before, terms[0]), Side(after, terms[1])


def _two(given: tuple[T, ...], option: str) -> tuple[T, T]:
    """Before and after; one stands for both."""
    if len(given) > 2:
        refuse(f"{option} is given {len(given)} times: once for both sides, or twice for before and after.")
    return given[0], given[-1]


def _files(
    compared: Compared,
    sides: tuple[Side, Side],
    found: WhatIf,
    sums: tuple[Sums, Sums],
    amounts: tuple[Mapping[str, NDArray[np.int64]], Mapping[str, NDArray[np.int64]]],
    by: tuple[str, ...],
) -> list[tuple[str, bytes]]:
    """The files of the folder; a scheme that was changed for the comparison is among them, marked as a what-if."""
    readings = "".join(f"- {line}\n" for line in found.readings)
    summary = json.dumps(found.as_dict(), indent=2, ensure_ascii=False)
    with tempfile.TemporaryDirectory() as beside:
        folder = Path(beside)
        (folder / "summary.json").write_text(f"{summary}\n", encoding="utf-8")
        (folder / "summary.md").write_text(f"# What would change\n\n{readings}", encoding="utf-8")
        if sides[1].scheme.status == "what_if":
            write_scheme(folder / "scheme-what-if.yaml", sides[1].scheme)
        with RejectedRows(folder / "people.csv") as rejected:
            rejected.add(compared.problems)
        _write_people(folder / "people.csv", compared, sums, amounts, by)
        return [(file.name, file.read_bytes()) for file in sorted(folder.iterdir())]


def _write_people(
    path: Path,
    compared: Compared,
    sums: tuple[Sums, Sums],
    amounts: tuple[Mapping[str, NDArray[np.int64]], Mapping[str, NDArray[np.int64]]],
    by: tuple[str, ...],
) -> None:
    """Each person's amounts before and after, for those who must look closer; empty without a figure."""
    columns = [Column("person", Kind.TEXT, "as given"), *(Column(name, Kind.TEXT, "as given") for name in by)]
    cells: dict[str, NDArray[np.generic]] = {"person": compared.before.cells["person"]}
    cells |= {name: compared.before.group(name) for name in by}
    for measure in amounts[0]:
        for when, side, one in (("before", 0, sums[0]), ("after", 1, sums[1])):
            name = f"{measure.replace(' ', '_')}_{when}"
            columns.append(Column(name, Kind.MONEY, f"{measure} {when}", "pence_per_week"))
            cells[name] = np.ma.MaskedArray(amounts[side][measure], ~one.given)
    with Writer(path, tuple(columns)) as table:
        table.add(cells)
