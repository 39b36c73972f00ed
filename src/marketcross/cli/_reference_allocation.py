"""The reference pages and schemas of allocation, made from the shape of a scheme and the columns."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from marketcross.cli._made_pages import as_text, page, schema_of_rows
from marketcross.engine.rules.allocation import columns, scheme_schema
from marketcross.engine.rules.allocation.results import MAY_BE_EMPTY, RESULTS
from marketcross.engine.rules.reference import table_of
from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.opendata.policies import COST, group_column, read_scheme
from marketcross.opendata.tables import row_schema

_EXAMPLE = Path(__file__).resolve().parents[3] / "policies" / "allocation" / "example-ready-reckoner.yaml"
_GROUP = group_column("group")


@cache
def _example_columns() -> tuple[Column, ...]:
    return columns(read_scheme(_EXAMPLE))


def _page() -> str:
    return page(
        "Allocation: schemes and columns",
        """What `marketcross allocate` and `whatif` read and write. How it works, in prose:
[allocation](../method/allocation.md), [calibration](../method/calibration.md), [fairness](../method/fairness.md).
Two made examples lie in `policies/allocation/`.
""",
        "## A scheme's file\n",
        """YAML, TOML or JSON. Amounts are pounds (`24.10`), quantities may have two decimals (`3.5`); both are read
exactly. Its shape as JSON Schema: [allocation-scheme.schema.json](schemas/allocation-scheme.schema.json).
""",
        *(_part(name, body) for name, body in scheme_schema()["$defs"].items()),
        "## A table of people\n",
        """For each question of the scheme a column with the answer and one with what others already meet. These are the
columns of the example; `marketcross allocate columns --scheme FILE` lists those of any scheme.
""",
        table_of(_example_columns()),
        "## A table of past plans\n",
        "The same columns, and these. Other columns are passed over.\n",
        table_of((COST, Column("group", Kind.TEXT, "any column named with `--by`", default=""))),
        "## What comes out\n",
        """Rows that contradict themselves are not in the output: they stand in a file beside it, named
`<out>.rejected.csv`. The command then ends with 2. A sum that is not given is an empty cell, never 0.
""",
        table_of(RESULTS, results=True),
    )


def _sums() -> dict[str, Any]:
    """A sum that is not given is null, never 0."""
    schema = row_schema("A sum", "One row of the table that `marketcross allocate` writes.", RESULTS)
    for name in MAY_BE_EMPTY:
        described = schema["properties"][name]
        described["type"] = [described["type"], "null"]
    return schema


def _part(name: str, body: dict[str, Any]) -> str:
    required = set(body.get("required", ()))
    rows = [
        f"| `{field}` | {'yes' if field in required else 'no'} | {about.get('description', about.get('title', ''))} |"
        for field, about in body["properties"].items()
    ]
    lines = [
        f"### {name}",
        "",
        body.get("description", ""),
        "",
        "| field | needed | what it is |",
        "| --- | --- | --- |",
    ]
    return "\n".join([*lines, *rows]) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "allocation.md": _page,
    "schemas/allocation-scheme.schema.json": lambda: as_text(scheme_schema()),
    "schemas/allocation-person.schema.json": lambda: schema_of_rows(
        "Answers", "One row of a table of people for the example schemes.", _example_columns()
    ),
    "schemas/allocation-plan.schema.json": lambda: schema_of_rows(
        "A past plan", "One row of a history for the example schemes.", (*_example_columns(), COST, _GROUP)
    ),
    "schemas/allocation-sum.schema.json": lambda: as_text(_sums()),
}
