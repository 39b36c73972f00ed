"""The columns of the ONS Postcode Directory, whose names change with its editions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from marketcross.opendata.finding import BadFileError, Finding


class AreaKind(StrEnum):
    """The published areas that a council's table may name. The order says which line of the table comes first."""

    POSTCODE = "postcode"
    LSOA = "lsoa"
    MSOA = "msoa"
    WARD = "ward"
    AREA = "area"


# Up to 2024 names such as oseast1m and oslaua; since 2025 east1m, and the year in lad25cd. Areas of several censuses
# may stand side by side: the newest is read.
_POSTCODE = re.compile("pcds")
_TERMINATED = re.compile("doterm")
_EASTING = re.compile("east1m|oseast1m")
_NORTHING = re.compile("north1m|osnrth1m")
_AREAS = {
    AreaKind.LSOA: re.compile(r"lsoa(\d\d)(cd)?"),
    AreaKind.MSOA: re.compile(r"msoa(\d\d)(cd)?"),
    AreaKind.WARD: re.compile(r"osward|ward|wd(\d\d)cd"),
    AreaKind.AREA: re.compile(r"oslaua|laua|lad(\d\d)cd"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of this edition holds what."""

    postcode: str
    terminated: str
    easting: str
    northing: str
    areas: dict[AreaKind, str]


def columns_of(path: Path, line: int, heading: Iterable[str]) -> Columns:
    """Find the columns by any of their published names. Raises BadFileError naming all that are missing."""
    names = sorted(heading, reverse=True)  # lsoa21 before lsoa11
    found = {
        what: next((name for name in names if pattern.fullmatch(name.lower())), "")
        for what, pattern in {
            "pcds": _POSTCODE,
            "doterm": _TERMINATED,
            "east1m": _EASTING,
            "north1m": _NORTHING,
            "lsoa21cd": _AREAS[AreaKind.LSOA],
            "msoa21cd": _AREAS[AreaKind.MSOA],
            "wd25cd": _AREAS[AreaKind.WARD],
            "lad25cd": _AREAS[AreaKind.AREA],
        }.items()
    }
    missing = [what for what, name in found.items() if not name]
    if missing:
        what = f"no column {', '.join(missing)} (or its name in another edition): give the directory's own CSV file"
        raise BadFileError([Finding(str(path), line, what)])
    postcode, terminated, easting, northing, *areas = found.values()
    return Columns(postcode, terminated, easting, northing, dict(zip(_AREAS, areas, strict=True)))
