"""CSV files of the pack, row by row, each with the line where it starts."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.problems import Problems, quoted


class Row:
    """One row: its cells by column, without the blanks around them, and where to complain."""

    __slots__ = ("_problems", "cells", "file", "line")

    def __init__(self, file: str, line: int, cells: dict[str, str], problems: Problems) -> None:
        self.file, self.line, self.cells, self._problems = file, line, cells, problems

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def refuse(self, message: str) -> None:
        self._problems.add(self.file, self.line, message)


def table(folder: Folder, file: str, columns: str) -> Iterator[Row]:
    """The rows of a file whose header must name exactly these columns (comma between them), in any order."""
    text = folder.text(file)
    if text is None:
        return
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    expected = columns.split(",")
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            if header is None:
                header = [cell.strip() for cell in cells]
                if not _header_fits(folder.problems, file, line, header, expected):
                    return
            elif len(cells) == len(header):
                yield Row(file, line, dict(zip(header, map(str.strip, cells), strict=True)), folder.problems)
            elif cells:
                folder.problems.add(file, line, _ragged(len(cells), len(header)))
            line = reader.line_num + 1
    except csv.Error as error:
        folder.problems.add_unread(file, line, f"is not CSV ({error}): look for a quotation mark that nothing closes")


def _ragged(cells: int, columns: int) -> str:
    if cells > columns:
        return f"has {cells} cells for {columns} columns: put quotation marks around a cell that holds a comma"
    return f"has {cells} cells for {columns} columns: leave a cell empty, but keep its comma"


def _header_fits(problems: Problems, file: str, line: int, header: list[str], expected: list[str]) -> bool:
    counts = Counter(header)
    known = f"the columns are {','.join(expected)}"
    wrong = [f"column {quoted(name)} is missing: {known}" for name in expected if name not in counts]
    wrong += [f"unknown column {quoted(name)}: {known}" for name in counts if name not in expected]
    wrong += [f"column {quoted(name)} stands twice: keep one" for name, times in counts.items() if times > 1]
    for message in wrong:
        problems.add_unread(file, line, message)
    return not wrong
