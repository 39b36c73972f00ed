"""A council's own table: which published areas make up its localities.

    by,code,kind,locality,name
    msoa,E02000001,council_locality,north,North
    postcode,ZX1 0AA,council_locality,south,South

A line for a postcode comes before one for its LSOA, then MSOA, ward and council area: the narrower settles the wider.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from marketcross.engine.vocabulary.postcode import normal_postcode
from marketcross.opendata.csv_lines import Cells, csv_lines
from marketcross.opendata.finding import BadFileError, Finding, gathering
from marketcross.opendata.postcodes.columns import AreaKind
from marketcross.opendata.postcodes.row import LocalityKind, LocalityRow

HEADING = ("by", "code", "kind", "locality", "name")
_Word = TypeVar("_Word", AreaKind, LocalityKind)
_LONGEST = {"locality": 40, "name": 120}


@dataclass(slots=True)
class Lookup:
    """The table read: for each published area its locality of each kind, and the line that says so."""

    path: Path
    places: dict[tuple[AreaKind, str], dict[LocalityKind, LocalityRow]] = field(default_factory=dict)
    lines: dict[tuple[AreaKind, str], int] = field(default_factory=dict)

    def localities(self, areas: Mapping[AreaKind, str]) -> tuple[LocalityRow, ...]:
        """At most one locality of each kind for a postcode in these areas; the narrowest area settles it."""
        found: dict[LocalityKind, LocalityRow] = {}
        for kind in reversed(AreaKind):
            found |= self.places.get((kind, areas.get(kind, "")), {})
        return tuple(sorted(found.values()))


def read_lookup(path: Path) -> Lookup:
    """Read the table. Raises BadFileError with everything that is wrong."""
    lookup, findings = Lookup(path), list[Finding]()
    names: dict[tuple[LocalityKind, str], str] = {}
    for number, cells in gathering(csv_lines(path), findings):
        if tuple(cells) != HEADING:
            raise BadFileError([Finding(str(path), number, f"the columns must be {','.join(HEADING)}")])
        if tuple(cells.values()) == HEADING:
            continue
        try:
            _add(lookup, number, cells, names)
        except ValueError as error:
            findings.append(Finding(str(path), number, str(error)))
    if findings:
        raise BadFileError(findings)
    return lookup


def _add(lookup: Lookup, line: int, cells: Cells, names: dict[tuple[LocalityKind, str], str]) -> None:
    _filled(cells)
    by, kind = _one_of(AreaKind, "by", cells["by"]), _one_of(LocalityKind, "kind", cells["kind"])
    code = normal_postcode(cells["code"]) if by is AreaKind.POSTCODE else cells["code"]
    if code is None:
        raise ValueError(f"{cells['code']!r} is not a postcode: write it as ZX1 0AA")
    place = LocalityRow(kind, cells["locality"], cells["name"])
    known = names.setdefault((kind, place.code), place.name)
    if known != place.name:
        raise ValueError(f"{kind} {place.code} is called {known!r} above and {place.name!r} here: give it one name")
    here = lookup.places.setdefault((by, code), {})
    if kind in here:
        raise ValueError(f"{by} {code} already lies in {kind} {here[kind].code}: take one of the lines out")
    here[kind] = place
    lookup.lines.setdefault((by, code), line)


def _filled(cells: Cells) -> None:
    empty = [name for name, cell in cells.items() if not cell]
    if empty:
        raise ValueError(f"{', '.join(empty)} must not be empty")
    for name, most in _LONGEST.items():
        if len(cells[name]) > most:
            raise ValueError(f"{name} has {len(cells[name])} letters: at most {most}")


def _one_of(words: type[_Word], column: str, text: str) -> _Word:
    try:
        return words(text)
    except ValueError:
        raise ValueError(f"{column} {text!r} is not known: choose from {', '.join(words)}") from None
