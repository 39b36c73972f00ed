"""The document model as plain data for the template: each thing a dictionary that names its kind."""

from collections.abc import Iterable
from typing import Any

from marketcross.statement.document.anchors import evidence_anchor
from marketcross.statement.document.blocks import (
    Block,
    Break,
    Bullets,
    Document,
    FigureLink,
    Heading,
    Jump,
    Link,
    Note,
    Panel,
    Paragraph,
    Quote,
    Record,
    Records,
    Run,
    Runs,
    Section,
    Table,
    Text,
    plain,
)
from marketcross.statement.pdf.widths import widths

Data = dict[str, Any]
LONG = 900  # characters: a longer entry may break across pages


def as_data(document: Document) -> Data:
    return {
        "title": document.title,
        "publisher": document.publisher or document.area,
        "edition": document.edition_line,
        "published": document.published,
        "draft": document.draft,
        "work_list": _blocks(document.work_list),
        "sections": [_section(section) for section in document.sections],
    }


def _section(section: Section) -> Data:
    return {
        "anchor": section.anchor,
        "title": section.title,
        "one_page": section.one_page,
        "blocks": _blocks(section.blocks),
    }


def _blocks(blocks: Iterable[Block]) -> list[Data]:
    return [{"kind": type(block).__name__.lower(), **_block(block)} for block in blocks]


def _block(block: Block) -> Data:
    match block:
        case Paragraph(runs):
            return {"runs": _runs(runs)}
        case Heading(level, anchor, runs):
            return {"level": level, "anchor": anchor, "runs": _runs(runs)}
        case Bullets(items, start):
            return {"items": [_blocks(item) for item in items], "start": start}
        case Quote(inner):
            return {"blocks": _blocks(inner)}
        case Note(kind, inner):
            return {"about": kind, "blocks": _blocks(inner)}
        case Panel(kind, heading, inner):
            return {"about": kind, "heading": _block(heading), "blocks": _blocks(inner)}
        case Records(kind, entries):
            return {"about": kind, "entries": [_record(entry) for entry in entries]}
        case Table():
            return _table(block)


def _record(entry: Record) -> Data:
    shared = {
        "anchor": entry.anchor,
        "title": _runs(entry.title),
        "level": entry.level,
        "blocks": _blocks(entry.blocks),
    }
    if entry.level:
        return shared | {"rows": [[name, _runs(value)] for name, value in entry.rows]}
    length = sum(len(plain(value)) for _, value in entry.rows)
    return shared | {"line": _runs(in_one_line(entry.rows)), "long": length > LONG}


def in_one_line(rows: tuple[tuple[str, Runs], ...]) -> Runs:
    """A small entry's rows after one another, in as few runs as can be: there are hundreds of them."""
    line: list[Run] = []
    for name, value in rows:
        for run in (Text(f"{'. ' if line else ''}{name}: "), *value):
            last = line[-1] if line else None
            if isinstance(run, Text) and isinstance(last, Text):
                line[-1] = Text(last.text.rstrip(".") + run.text if run.text.startswith(". ") else last.text + run.text)
            else:
                line.append(run)
    if line and isinstance(last := line[-1], Text):
        return (*line[:-1], Text(last.text.rstrip(".") + "."))
    return (*line, Text(".")) if line else ()


def _table(table: Table) -> Data:
    return {
        "anchor": table.anchor,
        "caption": table.caption,
        "columns": list(table.columns),
        "widths": widths(table),
        "numeric": list(table.numeric),
        "rows": [[_runs(cell.runs) for cell in row] for row in table.rows],
        "note": table.note,
        "svg": table.chart.svg if table.chart else "",
        "alternative": table.chart.alternative if table.chart else "",
    }


def _runs(runs: Runs) -> list[Data]:
    return [_run(run) for run in runs]


def _run(run: Run) -> Data:
    match run:
        case Text(text, strong, emphasis):
            return {"kind": "text", "text": text.replace("\n", " "), "strong": strong, "emphasis": emphasis}
        case FigureLink(fact, text, anchor, marks):
            to = [[mark.number, mark.anchor] for mark in marks]
            return {"kind": "figure", "text": text, "anchor": anchor, "to": evidence_anchor(fact), "marks": to}
        case Link(text, address):
            return {"kind": "link", "text": text, "to": address}
        case Jump(text, anchor):
            return {"kind": "jump", "text": text, "to": anchor}
        case Break():
            return {"kind": "break"}
