"""Where a row of a series stands in its file: the pack no longer knows."""

import csv

from marketcross.statement.pack import Pack


def line_of_row(pack: Pack, file: str, row: int) -> int:
    """The line of a row counted from 0: rows may span lines, so the file is read once more."""
    with (pack.path / file).open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        lines = [(reader.line_num, cells) for cells in reader]
    filled = [number for number, cells in lines if any(cells)]
    return filled[row + 1] if row + 1 < len(filled) else 1
