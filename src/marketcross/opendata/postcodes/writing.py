"""Write postcodes in the directory's own columns, and the table of their localities beside them.

For made boroughs and samples: what is written here is read again by the loader as a published file is.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from marketcross.opendata.postcodes.lookup import HEADING
from marketcross.opendata.postcodes.row import LocalityKind, LocalityRow, PostcodeRow

_COLUMNS = ("pcds", "doterm", "east1m", "north1m", "lad25cd", "wd25cd", "lsoa21cd", "msoa21cd")


def write_postcodes(path: Path, rows: Iterable[PostcodeRow]) -> int:
    """Write rows by neighbourhood (in the column of MSOAs) and area (of districts); returns how many."""
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(_COLUMNS)
        for row in rows:
            codes = {place.kind: place.code for place in row.localities}
            month = f"{row.terminated_on:%Y%m}" if row.terminated_on else ""
            east, north = ("", "") if row.easting is None else (row.easting, f"{row.northing:07d}")
            area, neighbourhood = codes.get(LocalityKind.AREA, ""), codes.get(LocalityKind.NEIGHBOURHOOD, "")
            table.writerow((row.postcode, month, east, north, area, "", "", neighbourhood))
            written += 1
    return written


def write_lookup(path: Path, rows: Iterable[PostcodeRow]) -> int:
    """Write for each neighbourhood and area of the rows which localities it makes up; returns how many lines."""
    lines = dict.fromkeys(line for row in rows for line in _lines(row))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(HEADING)
        table.writerows(lines)
    return len(lines)


def _lines(row: PostcodeRow) -> Iterable[tuple[str, ...]]:
    codes = {place.kind: place.code for place in row.localities}
    for place in row.localities:
        by = "area" if place.kind is LocalityKind.AREA else "msoa"
        code = codes[LocalityKind.AREA if by == "area" else LocalityKind.NEIGHBOURHOOD]
        yield _cells(by, code, place)


def _cells(by: str, code: str, place: LocalityRow) -> tuple[str, ...]:
    return by, code, place.kind.value, place.code, place.name
