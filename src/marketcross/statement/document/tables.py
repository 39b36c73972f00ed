"""Tables: as the narrative writes them and as models give them, set alike."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from marketcross.statement.charts import chart_of
from marketcross.statement.computed import ModelResult, Ref
from marketcross.statement.document.anchors import slug
from marketcross.statement.document.blocks import Cell, Runs, Table, Text, plain
from marketcross.statement.document.compositor import Compositor
from marketcross.statement.document.units import named_units

DIRECTION = re.compile(r"(Table|Chart):[ \t]*(\S.*)")

ESTIMATES = "Every figure in this table is an estimate."

Rows = Sequence[Sequence[Ref | Runs]]


@dataclass(frozen=True, slots=True)
class Directions:
    """What the paragraphs before a table say about it."""

    caption: str = ""
    chart: str = ""

    @staticmethod
    def joined(found: Iterable["Directions | None"]) -> "Directions":
        parts = [part for part in found if part]
        captions, charts = [p.caption for p in parts if p.caption], [p.chart for p in parts if p.chart]
        return Directions(captions[-1] if captions else "", charts[-1] if charts else "")


def directions(paragraph: str) -> Directions | None:
    """The directions in a paragraph, where it says nothing else."""
    lines = [DIRECTION.fullmatch(line.strip()) for line in paragraph.splitlines()]
    if not lines or not all(lines):
        return None
    words = {line[1]: line[2].strip() for line in lines if line}
    return Directions(words.get("Table", ""), words.get("Chart", ""))


def written_table(
    node: SyntaxTreeNode, ahead: Directions, compositor: Compositor, runs: Callable[[SyntaxTreeNode], Runs]
) -> Table:
    """A Markdown table. A cell that is one ``{{ id }}`` is a number; anything else is text."""
    head, *body = node.children
    columns = [plain(runs(cell)) for cell in head.children[0].children]
    rows = [[_written_cell(cell, runs) for cell in row.children] for part in body for row in part.children]
    caption = ahead.caption or f"{columns[0]}: {', '.join(columns[1:])}".strip(": ")
    return set_table(compositor, caption, columns, rows, chart=ahead.chart)


def _written_cell(cell: SyntaxTreeNode, runs: Callable[[SyntaxTreeNode], Runs]) -> Ref | Runs:
    inline = cell.children[0].children if cell.children else []
    return Ref(inline[0].content) if len(inline) == 1 and inline[0].type == "figure" else runs(cell)


def model_tables(model: ModelResult, ahead: Directions, compositor: Compositor) -> Iterator[Table]:
    """A model's whole table; what the narrative says before it has precedence over the model's own words."""
    if table := model.table:
        rows = [[cell if isinstance(cell, Ref) else (Text(cell),) for cell in row] for row in table.rows]
        caption, chart = ahead.caption or table.caption, ahead.chart or table.chart
        yield set_table(compositor, caption, table.columns, rows, chart=chart, note=table.note)


def set_table(
    compositor: Compositor, caption: str, columns: Sequence[str], rows: Rows, *, chart: str = "", note: str = ""
) -> Table:
    """Cells set, each unit said once: in the caption, in a heading, or in the cell."""
    named = named_units(caption, columns, _units(rows, len(columns), compositor))
    estimates = _all_estimates(rows, compositor)
    cells = tuple(
        tuple(
            _set_cell(cell, compositor, unit=not once, plain=estimates)
            for cell, once in zip(row, named.once, strict=True)
        )
        for row in rows
    )
    note = " ".join(words for words in (ESTIMATES if estimates else "", note) if words)
    anchor = compositor.anchors.name("table", compositor.section, caption)
    file = f"{slug(anchor.removeprefix('table-'))}.csv"
    table = Table(anchor, named.caption, named.columns, cells, None, note, file)
    return table if not chart else chart_of(table, chart)


def _set_cell(cell: Ref | Runs, compositor: Compositor, *, unit: bool, plain: bool) -> Cell:
    return compositor.cell(cell.id, unit=unit, plain=plain) if isinstance(cell, Ref) else Cell(cell)


def _all_estimates(rows: Rows, compositor: Compositor) -> bool:
    """Whether the table can say once what each cell would say."""
    ids = [cell.id for row in rows for cell in row if isinstance(cell, Ref)]
    return len(ids) > 1 and all(compositor.facts[id].qualifier == "estimate" for id in ids)


def _units(rows: Rows, width: int, compositor: Compositor) -> list[set[str]]:
    """The units that each column's figures have."""
    units: list[set[str]] = [set() for _ in range(width)]
    for row in rows:
        for index, cell in enumerate(row):
            if isinstance(cell, Ref):
                units[index].add(compositor.facts[cell.id].unit)
    return units
