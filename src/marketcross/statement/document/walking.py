"""Every figure in a block, whatever it is nested in, in reading order."""

from collections.abc import Iterable, Iterator

from marketcross.statement.document.blocks import (
    Block,
    Bullets,
    FigureLink,
    Heading,
    Note,
    Panel,
    Paragraph,
    Quote,
    Record,
    Records,
    Runs,
    Table,
)


def figures_in(blocks: Iterable[Block]) -> Iterator[FigureLink]:
    for runs in runs_in(blocks):
        yield from (run for run in runs if isinstance(run, FigureLink))


def runs_in(blocks: Iterable[Block]) -> Iterator[Runs]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(runs=runs):
                yield runs
            case Bullets(items):
                for item in items:
                    yield from runs_in(item)
            case Quote(inner) | Note(blocks=inner):
                yield from runs_in(inner)
            case Panel(heading=heading, blocks=inner):
                yield from runs_in((heading, *inner))
            case Table(rows=rows):
                yield from (cell.runs for row in rows for cell in row)
            case Records(entries=entries):
                for entry in entries:
                    yield from _in_record(entry)


def _in_record(record: Record) -> Iterator[Runs]:
    yield record.title
    yield from runs_in(record.blocks)
    yield from (runs for _, runs in record.rows)


def tables_in(blocks: Iterable[Block]) -> Iterator[Table]:
    """Every table, in reading order."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case Bullets(items):
                for item in items:
                    yield from tables_in(item)
            case Quote(inner) | Note(blocks=inner) | Panel(blocks=inner):
                yield from tables_in(inner)
            case Records(entries=entries):
                for entry in entries:
                    yield from tables_in(entry.blocks)
