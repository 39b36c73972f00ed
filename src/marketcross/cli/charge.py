"""``marketcross charge``: what people pay towards their care, for a table or for one row explained."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from marketcross.cli._compiled_rules import ready_for
from marketcross.cli._tables import FILE, explain_option, out_option, said_plainly, strict_option, tabled
from marketcross.cli.law import law_with_rates
from marketcross.engine.rules import charging
from marketcross.engine.rules.charging import Policy, PolicyError, Terms, UnknownValueError
from marketcross.engine.rules.contradiction import Contradiction
from marketcross.engine.rules.explanation import Explanation
from marketcross.opendata.policies.charging_policy import read_charging_policy
from marketcross.opendata.tables import Chunk, Task


@click.command()
@click.argument("file", type=FILE)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the charge, as 2026-11-21.")
@click.option("--policy", "policy_file", type=FILE, help="The council's charging policy: .yaml, .toml or .json.")
@click.option("--rates", type=FILE, help="The council's own confirmed rates, laid over the shipped ones.")
@out_option
@explain_option
@strict_option
def command(
    file: Path,
    on: datetime,
    policy_file: Path | None,
    rates: Path | None,
    out: Path | None,
    explain: int | None,
    strict: bool,
) -> None:
    """Work out what people pay towards their care and support.

    Each row of FILE is one person. docs/reference/charging.md lists the columns.
    """
    law = law_with_rates(rates)
    with said_plainly(PolicyError):
        policy = read_charging_policy(policy_file) if policy_file else Policy()
        terms = charging.terms(law, on.date(), policy)
    if explain is None:
        ready_for(file, charging.CHARGING)
    with said_plainly(UnknownValueError):
        tabled(task(terms), file, out, strict=strict, explain=explain, why=lambda row: _why(row, terms))


def task(terms: Terms) -> Task:
    """What is done with a table of people."""
    return Task(
        saying="Charging",
        facts=charging.FACTS,
        results=charging.RESULTS,
        contradictions=lambda chunk: _wrong(chunk, terms),
        rule=lambda chunk: charging.table(chunk.values, terms),
    )


def _wrong(chunk: Chunk, terms: Terms) -> Iterable[Contradiction]:
    """What contradicts itself, and whose answer turns on a statutory value that is not known for the day."""
    facts = {name: column for name, column in chunk.values.items() if name != "person"}
    yield from charging.contradictions(facts, len(chunk.row_numbers), terms)
    for row, values in charging.rows_that_turn_on(terms.missing, facts, terms).items():
        names = ", ".join(known.name for known in values)
        wrong = f"turns on what is not known on {terms.on}: {names}."
        yield Contradiction(row, "", wrong, "Give your council's confirmed rates with --rates FILE.")


def _why(row: Chunk, terms: Terms) -> Explanation:
    """The explanation of the one row of a chunk."""
    facts = {name: int(column[0]) for name, column in row.values.items() if name != "person"}
    given = frozenset(name for name, mask in row.given.items() if mask[0])
    return charging.assessed(facts, given, terms).explanation
