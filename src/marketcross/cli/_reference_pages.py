"""The generated reference pages: each is a path under docs/reference and the function that writes its text.

A family of rules adds its pages here. ``marketcross reference`` writes them; a test holds them to the definitions.
"""

import json
from collections.abc import Callable

from marketcross.cli import _reference_allocation, _reference_eligibility
from marketcross.engine.rules import charging
from marketcross.engine.rules.reference import page_of_law, page_of_rules, table_of
from marketcross.engine.vocabulary.column import Column
from marketcross.law import load
from marketcross.opendata.tables import row_schema
from marketcross.synth.people import TABLES

_MADE = "<!-- Made by `marketcross reference`. Change the definitions, not this page. -->\n"


def _page(title: str, *parts: str) -> str:
    return "\n".join((f"# {title}", "", _MADE, *parts)).rstrip() + "\n"


def _charging() -> str:
    return _page(
        "Charging: columns and choices",
        """What `marketcross charge` reads and writes, and what a policy file may choose. How it works, in prose:
[docs/method/charging.md](../method/charging.md). One by one: [charging-rules.md](charging-rules.md).
""",
        "## What is told about a person\n",
        "A column that the file lacks, or a cell left empty, holds its default. Amounts are for a week unless said.\n",
        table_of(charging.FACTS),
        "## What comes out\n",
        """Bad rows are not in the output: they stand in a file beside it, named `<out>.rejected.csv`, with the row, the
column, what is wrong and what would be right. The command then ends with 2.
""",
        table_of(charging.RESULTS, results=True),
        "## What a council may choose\n",
        """A policy file (YAML, TOML or JSON) has `title`, `council`, `source`, optionally `until`, and under `charging`
any of these. Amounts are text in pounds, such as `"12.50"`. Examples lie in `policies/charging/`.
""",
        table_of(charging.POLICY),
    )


def _charging_rules() -> str:
    return _page(
        "Charging: the rules one by one",
        """In the order in which they are applied. The same functions compute a table, explain one person, and make this
page.
""",
        page_of_rules(charging.CHARGING),
    )


def _law() -> str:
    return _page(
        "Statutory values",
        """Every value that the rules rest on, with its source. Where nobody has yet read it in that source it is
marked, and every answer that rests on it says so. How a council lays its own confirmed rates over them, and how next
year's are added: [adding next year's rates](../guides/adding-next-years-rates.md).
""",
        page_of_law(load()),
    )


def _made_people() -> str:
    tables = [(f"## {table.name}\n", f"{table.about}\n", table_of(table.columns, results=True)) for table in TABLES]
    return _page(
        "Made people: tables and columns",
        """What `marketcross borough people` writes. How the people are made, in prose:
[docs/method/made-people.md](../method/made-people.md). Nobody in these tables is real. In CSV, yes and no are written
as words and money in pounds; in Parquet flags are true and false and money an exact decimal.
""",
        *(part for table in tables for part in table),
    )


def _schema(title: str, description: str, columns: tuple[Column, ...]) -> str:
    return json.dumps(row_schema(title, description, columns), indent=2, ensure_ascii=False) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "charging.md": _charging,
    "charging-rules.md": _charging_rules,
    "law.md": _law,
    "made-people.md": _made_people,
    "schemas/charge-person.schema.json": lambda: _schema(
        "A person to charge", "One row of the table that `marketcross charge` reads.", charging.FACTS
    ),
    "schemas/charge-result.schema.json": lambda: _schema(
        "A charge", "One row of the table that `marketcross charge` writes.", charging.RESULTS
    ),
    **_reference_eligibility.PAGES,
    **_reference_allocation.PAGES,
} | {
    f"schemas/made-{table.name}.schema.json": lambda table=table: _schema(
        f"Made {table.name}",
        f"One row of the table that `marketcross borough people` writes. {table.about}",
        table.columns,
    )
    for table in TABLES
}
