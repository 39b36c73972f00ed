"""``marketcross eligibility``: Care Act decisions for a table of assessments, or one of them explained."""

from datetime import datetime
from pathlib import Path

import click

from marketcross.cli._compiled_rules import ready_for
from marketcross.cli._tables import FILE, explain_option, out_option, said_plainly, strict_option, tabled
from marketcross.engine.rules import eligibility
from marketcross.engine.rules.eligibility import NotInForceError, Standard
from marketcross.engine.rules.explanation import Explanation
from marketcross.law import load
from marketcross.law.criteria import load_eligibility
from marketcross.opendata.tables import Chunk, Task


@click.command()
@click.argument("file", type=FILE)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the decisions, as 2026-11-21.")
@out_option
@explain_option
@strict_option
def command(file: Path, on: datetime, out: Path | None, explain: int | None, strict: bool) -> None:
    """Decide whether needs meet the eligibility criteria, from what assessors recorded.

    Each row of FILE is one assessment of an adult or a carer. docs/reference/eligibility.md lists the columns.
    """
    with said_plainly(NotInForceError):
        standard = eligibility.standard(on.date(), law=load(), criteria=load_eligibility())
    if explain is None:
        for definition in (eligibility.ADULT, eligibility.CARER):
            ready_for(file, definition)
    tabled(task(standard), file, out, strict=strict, explain=explain, why=lambda row: _why(standard, row))


def task(standard: Standard) -> Task:
    """What is done with a table of assessments."""
    return Task(
        saying="Deciding",
        facts=eligibility.FACTS,
        results=eligibility.result_columns(standard.criteria),
        contradictions=lambda chunk: eligibility.contradictions(standard, chunk.values, chunk.given),
        rule=lambda chunk: eligibility.decide(standard, chunk.values),
    )


def _why(standard: Standard, row: Chunk) -> Explanation:
    return eligibility.explain(standard, row.values, row.given, 0)
