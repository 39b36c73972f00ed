"""The ONS Postcode Directory, line by line, with each row checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from marketcross.engine.vocabulary.postcode import normal_postcode
from marketcross.opendata.csv_lines import Cells, csv_lines
from marketcross.opendata.finding import BadFileError, Finding
from marketcross.opendata.postcodes.columns import AreaKind, Columns, columns_of

_EASTMOST, _NORTHMOST = 700_000, 1_300_000  # metres: the British National Grid ends there
_NOWHERE = {"", "0", "0000000"}  # how editions write that a place is not known
_OTHER_GRID = ("BT", "JE", "GY")  # Northern Ireland has the Irish grid in the same columns; the islands have none


@dataclass(frozen=True, slots=True)
class DirectoryLine:
    """A postcode as published: its place, the month after which it was no longer used, and its areas' codes."""

    line: int
    postcode: str
    easting: int | None
    northing: int | None
    terminated_on: date | None
    areas: dict[AreaKind, str]


def directory_lines(path: Path) -> Iterator[DirectoryLine | Finding]:
    """Each line of the file, or what is wrong with it. Raises BadFileError where the file as a whole cannot be read."""
    lines = csv_lines(path)
    try:
        number, heading = next(lines)
    except StopIteration:
        raise BadFileError([Finding(str(path), 1, "is empty")]) from None
    columns = columns_of(path, number, heading)
    for line, cells in lines:
        try:
            yield _line(line, cells, columns)
        except ValueError as error:
            yield Finding(str(path), line, str(error))


def _line(line: int, cells: Cells, columns: Columns) -> DirectoryLine:
    written = cells[columns.postcode]
    postcode = normal_postcode(written)
    if postcode is None:
        raise ValueError(f"{written!r} is not a postcode: write it as ZX1 0AA")
    easting, northing = _place(postcode, cells[columns.easting], cells[columns.northing])
    areas = {kind: code for kind, name in columns.areas.items() if (code := cells[name])}
    terminated_on = _terminated(cells[columns.terminated])
    return DirectoryLine(line, postcode, easting, northing, terminated_on, {AreaKind.POSTCODE: postcode, **areas})


def _place(postcode: str, east: str, north: str) -> tuple[int, int] | tuple[None, None]:
    """Metres on the British National Grid, or nothing."""
    if (east in _NOWHERE and north in _NOWHERE) or postcode.startswith(_OTHER_GRID):
        return None, None
    if not (east.isdecimal() and north.isdecimal() and int(east) < _EASTMOST and int(north) < _NORTHMOST):
        raise ValueError(f"{postcode}: {east!r} east and {north!r} north are no metres on the national grid")
    return int(east), int(north)


def _terminated(text: str) -> date | None:
    """The directory knows the month (YYYYMM): its first day is taken as the first without the postcode."""
    if not text:
        return None
    if not (text.isdecimal() and len(text) == 6 and 1 <= int(text[4:]) <= 12 and int(text[:4]) >= 1973):
        raise ValueError(f"doterm {text!r} is no month: write it as 202603, or leave it empty while it is in use")
    return date(int(text[:4]), int(text[4:]), 1)
