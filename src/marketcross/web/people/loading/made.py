"""A borough that was just made, without a folder between: for the demonstration and for tests."""

from collections.abc import Iterable, Iterator
from typing import Any

from marketcross.engine.vocabulary.column import Column
from marketcross.synth.people import TABLES, Made

from .folder import NEEDED, OPTIONAL, Borough, Row


def borough_of(made: Iterable[Made]) -> Borough:
    """The rows that the register takes of each made neighbourhood, in the order in which they were made."""
    tables: dict[str, list[Row]] = {name: [] for name in NEEDED}
    for neighbourhood in made:
        for name, rows in tables.items():
            rows.extend(_rows(name, neighbourhood.tables[name], len(rows)))
    return Borough(**tables)


def _rows(table: str, cells: Any, before: int) -> Iterator[Row]:
    wanted = {*NEEDED[table], *OPTIONAL[table]}
    known = next(one.columns for one in TABLES if one.name == table)
    lists = {column.name: _words(column, cells[column.name].tolist()) for column in known if column.name in wanted}
    for number, row in enumerate(zip(*lists.values(), strict=True), before + 2):  # a table's first line names columns
        yield Row(f"{table}:{number}", dict(zip(lists, row, strict=True)))


def _words(column: Column, cells: list[Any]) -> list[Any]:
    """Codes as their words: the register has code lists of its own."""
    words = {code.value: code.name.lower() for code in column.codes or ()}
    return [words[cell] for cell in cells] if words else cells
