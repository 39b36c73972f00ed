"""A published CSV file line by line, each row as its cells by the heading."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from marketcross.opendata.finding import BadFileError, Finding

if TYPE_CHECKING:
    from _csv import Reader

Cells = dict[str, str]


def csv_lines(path: Path, *, heading_has: str = "") -> Iterator[tuple[int, Cells]]:
    """Yield the line's number and its cells, trimmed; the heading first, as names that stand for themselves.

    The heading is the first line that is not empty or, where ``heading_has`` names a column, the first that holds it;
    what stands before it is passed over. Empty lines are passed over too.

    :raises BadFileError: there is no such file, no heading, a row of another width, or text of another encoding.
    """
    if not path.is_file():
        raise BadFileError([Finding(str(path), 1, "there is no such file")])
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(str(path), csv.reader(file, strict=True), heading_has)
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 text (byte {error.start}): save it as 'CSV UTF-8'"
        raise BadFileError([Finding(str(path), 1, what)]) from error


def _rows(name: str, rows: "Reader", heading_has: str) -> Iterator[tuple[int, Cells]]:
    heading: list[str] = []
    ragged: list[Finding] = []
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells) or not (heading or heading_has in ("", *cells)):
                continue
            heading = heading or cells
            if len(cells) != len(heading):
                what = f"has {len(cells)} cells where the heading has {len(heading)}: quote a cell that holds a comma"
                ragged.append(Finding(name, rows.line_num, what))
            else:
                yield rows.line_num, dict(zip(heading, cells, strict=True))
    except csv.Error as error:
        ragged.append(Finding(name, rows.line_num, f"cannot be read: {error}"))
    if not heading:
        named = (
            f"no line names the column {heading_has}" if heading_has else "is empty: the first line names the columns"
        )
        ragged.append(Finding(name, 1, named))
    if ragged:
        raise BadFileError(ragged)
