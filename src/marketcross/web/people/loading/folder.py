"""Read the folder that ``marketcross borough people`` wrote, and find everything that is wrong in it at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.opendata.tables import BadTableError, read
from marketcross.synth.people import TABLES

ENDINGS = (".csv", ".parquet")
_SHOWN = 50
# The columns that the register takes of each table; cells of the first line may not be empty.
NEEDED = {
    "households": ("household", "made", "address"),
    "people": ("person", "made", "household", "name", "sex", "born"),
    "caring": ("carer", "made", "cared_for", "cared_for_is"),
}
OPTIONAL = {
    "households": ("town", "postcode"),
    "people": (
        "given_name",
        "family_name",
        "nhs_number",
        "first_language",
        "telephone",
        "mobile",
        "email",
        "preferred_contact",
    ),
    "caring": (),
}


class BadFolder(ValueError):
    """The folder cannot be loaded. ``findings`` holds all that is wrong; the message the first fifty."""

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = list(findings)
        more = len(self.findings) - _SHOWN
        super().__init__("\n".join([*self.findings[:_SHOWN], *([f"and {more:,} more."] if more > 0 else [])]))


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it will be loaded; ``at`` is ``file:line``, for whoever mends it. Codes are words."""

    at: str
    cells: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.cells[name]


@dataclass(frozen=True, slots=True)
class Borough:
    """The rows of the three tables that the register takes."""

    households: list[Row]
    people: list[Row]
    caring: list[Row]


def read_borough(folder: Path) -> Borough:
    """Read the tables.

    :raises BadFolder: a table is missing, or cells are missing or mean nothing.
    """
    findings: list[str] = []
    tables = {name: list(_rows(folder, name, findings)) for name in NEEDED}
    if findings:
        raise BadFolder(findings)
    return Borough(**tables)


def _rows(folder: Path, name: str, findings: list[str]) -> Iterator[Row]:
    path = next((found for end in ENDINGS if (found := folder / f"{name}{end}").is_file()), None)
    if path is None:
        findings.append(f"{folder / name}.csv:1: there is no such file: marketcross borough people makes it")
        return
    columns = _columns(name)
    try:
        for chunk in read(path, columns, others=True):
            findings += [f"{path}:{one.row + 1}: {one.column} {one.wrong} {one.right}" for one in chunk.problems]
            lists = {column.name: _plain(column, chunk.values[column.name].tolist()) for column in columns}
            for number, *cells in zip(chunk.row_numbers.tolist(), *lists.values(), strict=True):
                yield Row(f"{path}:{number + 1}", dict(zip(lists, cells, strict=True)))
    except BadTableError as problem:
        findings.append(str(problem))


def _columns(table: str) -> tuple[Column, ...]:
    """The columns of the made table that are wanted; those that may be empty have an empty default."""
    known = {column.name: column for one in TABLES if one.name == table for column in one.columns}
    needed = [known[name] for name in NEEDED[table]]
    optional = [Column(name, Kind.TEXT, known[name].description, default="") for name in OPTIONAL[table]]
    return (*needed, *optional)


def _plain(column: Column, cells: list[Any]) -> list[Any]:
    """Codes as their words again: the register has code lists of its own."""
    words = {code.value: code.name.lower() for code in column.codes or ()}
    return [words.get(cell, "") for cell in cells] if words else cells
