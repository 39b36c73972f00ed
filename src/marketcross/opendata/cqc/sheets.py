"""A sheet of an ODS or XLSX file row by row, each cell as text."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from marketcross.opendata.csv_lines import Cells, csv_lines
from marketcross.opendata.finding import BadFileError, Finding

_SPREADSHEETS = (".ods", ".xlsx")


def sheet_rows(path: Path, sheets: tuple[str, ...], heading_has: str) -> Iterator[tuple[int, Cells]]:
    """Yield the row's number and its cells that are not empty; the heading first, as names that stand for themselves.

    The sheet is the first of ``sheets`` that the file has; a CSV file is taken for that sheet saved on its own. Rows
    before the one that holds ``heading_has`` are passed over, and so are empty ones.

    :raises BadFileError: no such file, sheet or heading, or a file that cannot be read.
    """
    if path.suffix.lower() == ".csv":
        yield from csv_lines(path, heading_has=heading_has)
        return
    heading: list[str] = []
    for number, row in enumerate(_sheet(path, sheets), 1):
        cells = [_text(cell) for cell in row]
        if not heading and heading_has not in cells:
            continue
        heading = heading or cells
        if any(cells):
            yield number, {name: cell for name, cell in zip(heading, cells, strict=False) if cell}
    if not heading:
        raise BadFileError([Finding(str(path), 1, f"no row names the column {heading_has}")])


def _sheet(path: Path, sheets: tuple[str, ...]) -> Iterator[list[Any]]:
    if path.suffix.lower() not in _SPREADSHEETS:
        raise BadFileError([Finding(str(path), 1, f"the ending must be .csv, {' or '.join(_SPREADSHEETS)}")])
    if not path.is_file():
        raise BadFileError([Finding(str(path), 1, "there is no such file")])
    try:
        book = CalamineWorkbook.from_path(path)
    except (CalamineError, OSError) as error:
        raise BadFileError([Finding(str(path), 1, f"cannot be read as a spreadsheet: {error}")]) from error
    name = next((name for name in sheets if name in book.sheet_names), None)
    if name is None:
        raise BadFileError([Finding(str(path), 1, f"has no sheet {sheets[0]}: it has {', '.join(book.sheet_names)}")])
    yield from book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _text(cell: Any) -> str:
    """Spreadsheets hold whole numbers as floats, and days as moments."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
