"""``marketcross whatif``: what another scheme, price, policy or a held total would change, and for whom."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from marketcross.cli._sides import Side, read_both
from marketcross.cli._tables import BAD_INPUT, FILE, refuse, said_plainly, strict_option
from marketcross.cli._whatif_files import files_of
from marketcross.cli.law import law_with_rates
from marketcross.engine.rules import charging
from marketcross.engine.rules.allocation.variants import UnknownPriceError, held_to, with_prices
from marketcross.engine.rules.allocation.what_if import what_if
from marketcross.engine.rules.charging import Policy, PolicyError, Terms
from marketcross.engine.vocabulary.money import NotMoneyError, from_pounds
from marketcross.opendata.policies import SchemeFileError, read_scheme
from marketcross.opendata.policies.charging_policy import read_charging_policy
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
        replace_folder(out, files_of(compared, sides, found, sums, amounts, by))
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
