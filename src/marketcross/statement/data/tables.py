"""A table as CSV, and its description as CSVW (the W3C's 'Metadata Vocabulary for Tabular Data', 2015)."""

import re
from typing import Any

from marketcross.statement.data.csv_text import csv_text, harmless
from marketcross.statement.document.anchors import slug
from marketcross.statement.document.blocks import Cell, Document, Table, plain
from marketcross.statement.printing import unit_words

Metadata = dict[str, Any]
FIGURE = "figure id"  # follows each column of numbers: the way back to the evidence


def table_csv(table: Table) -> str:
    """Numbers bare, as printed; beside each the id of its figure."""
    return csv_text(
        [
            [name for name, _ in _columns(table)],
            *([_value(row, i, part) for i, part in _parts(table)] for row in table.rows),
        ]
    )


def _parts(table: Table) -> list[tuple[int, str]]:
    """Each column of the file: a column of the table, and which part of its cells."""
    parts: list[tuple[int, str]] = []
    for index in range(len(table.columns)):
        linked = any(row[index].fact for row in table.rows)
        parts += [(index, "value"), (index, FIGURE)] if linked else [(index, "value")]
    return parts


def _value(row: tuple[Cell, ...], index: int, part: str) -> str:
    cell = row[index]
    if part == FIGURE:
        return cell.fact
    return cell.digits if cell.number is not None else harmless(plain(cell.runs))


def _columns(table: Table) -> list[tuple[str, Metadata]]:
    """Heading and description of each column of the file; names are unique within it."""
    found: list[tuple[str, Metadata]] = []
    taken: set[str] = set()
    for index, part in _parts(table):
        title = table.columns[index] or f"Column {index + 1}"
        title = f"{title}: {FIGURE}" if part == FIGURE else title
        name = re.sub("-", "_", slug(title))
        name = name if name not in taken else f"{name}_{index + 1}"
        taken.add(name)
        found.append((harmless(title), {"name": name, "titles": harmless(title), **_describe(table, index, part)}))
    return found


def _describe(table: Table, index: int, part: str) -> Metadata:
    if part == FIGURE:
        return {"datatype": "string", "dc:description": "The id of the figure in evidence.json"}
    cells = [row[index] for row in table.rows if plain(row[index].runs).strip()]
    if not cells or any(cell.number is None for cell in cells):
        return {"datatype": "string"}
    units = {cell.unit for cell in cells}
    described = (
        f"In {unit_words(units.pop())}" if len(units) == 1 else "In the unit that evidence.json gives for the figure"
    )
    return {"datatype": "number", "dc:description": described}


def table_metadata(table: Table, document: Document) -> Metadata:
    """What the file holds, for programs: address, title, publisher, date, and each column."""
    metadata: Metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": table.file,
        "dc:title": table.caption,
        "dc:publisher": document.publisher or document.area,
        "dc:source": f"../index.html#{table.anchor}",
        "tableSchema": {"columns": [described for _, described in _columns(table)]},
    }
    if document.published:
        metadata["dc:issued"] = {"@value": document.published, "@type": "date"}
    if table.note:
        metadata["dc:description"] = table.note
    return metadata
