"""From the directory and the council's table to postcodes with their localities, or everything that is wrong."""

from collections.abc import Collection
from pathlib import Path

from marketcross.opendata.finding import BadFileError, Finding, gathering
from marketcross.opendata.postcodes.columns import AreaKind
from marketcross.opendata.postcodes.directory import DirectoryLine, directory_lines
from marketcross.opendata.postcodes.lookup import Lookup
from marketcross.opendata.postcodes.row import PostcodeRow


def read_postcodes(path: Path, lookup: Lookup, areas: Collection[str] = ()) -> list[PostcodeRow]:
    """The postcodes of these council areas; without any, those that the table gives a locality.

    Raises BadFileError with every bad line of the directory (wherever it lies), each postcode that stands twice, each
    line of the table that no postcode answers to, and each area that the file does not have.
    """
    findings = list[Finding]()
    first_seen, used, seen_areas = dict[str, int](), set[tuple[AreaKind, str]](), set[str]()
    rows = list[PostcodeRow]()
    for line in gathering(directory_lines(path), findings):
        if isinstance(line, Finding):
            findings.append(line)
            continue
        used |= line.areas.items() & lookup.lines.keys()
        seen_areas.add(line.areas.get(AreaKind.AREA, ""))
        row = _row(line, lookup)
        if not _wanted(line, row, areas):
            continue
        if line.postcode in first_seen:
            what = f"{line.postcode} stands in line {first_seen[line.postcode]} as well: take one out"
            findings.append(Finding(str(path), line.line, what))
        first_seen.setdefault(line.postcode, line.line)
        rows.append(row)
    if seen_areas or not findings:  # where no line could be read, nothing is to be said of what they lack
        findings += _unanswered(path, lookup, used) + _absent(path, areas, seen_areas)
    if findings:
        raise BadFileError(findings)
    return rows


def _row(line: DirectoryLine, lookup: Lookup) -> PostcodeRow:
    places = lookup.localities(line.areas)
    return PostcodeRow(line.postcode, line.easting, line.northing, line.terminated_on, places)


def _wanted(line: DirectoryLine, row: PostcodeRow, areas: Collection[str]) -> bool:
    return line.areas.get(AreaKind.AREA) in areas if areas else bool(row.localities)


def _unanswered(path: Path, lookup: Lookup, used: set[tuple[AreaKind, str]]) -> list[Finding]:
    """A misspelt code, or one of another edition, would lose its places silently."""
    return [
        Finding(str(lookup.path), lookup.lines[kind, code], f"no postcode of {path.name} has {kind} {code}")
        for kind, code in lookup.lines
        if (kind, code) not in used
    ]


def _absent(path: Path, areas: Collection[str], seen: set[str]) -> list[Finding]:
    return [Finding(str(path), 1, f"no postcode lies in area {code}") for code in areas if code not in seen]
