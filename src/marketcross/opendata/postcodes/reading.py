"""From the directory and the council's table to postcodes with their localities, or everything that is wrong."""

from collections.abc import Collection
from dataclasses import dataclass, field
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
    findings, rows, reading = list[Finding](), list[PostcodeRow](), _Reading(path, lookup, areas)
    for line in gathering(directory_lines(path), findings):
        if isinstance(line, Finding):
            findings.append(line)
        elif row := reading.chosen(line):
            findings += reading.again(line)
            rows.append(row)
    if reading.areas_seen or not findings:  # where no line could be read, nothing is to be said of what they lack
        findings += reading.unanswered() + reading.absent()
    if findings:
        raise BadFileError(findings)
    return rows


@dataclass(slots=True)
class _Reading:
    """What was asked for, and what the lines read so far have answered."""

    path: Path
    lookup: Lookup
    areas: Collection[str]
    areas_seen: set[str] = field(default_factory=set)
    answered: set[tuple[AreaKind, str]] = field(default_factory=set)
    first: dict[str, int] = field(default_factory=dict)

    def chosen(self, line: DirectoryLine) -> PostcodeRow | None:
        """The row of a line that was asked for."""
        area = line.areas.get(AreaKind.AREA, "")
        self.areas_seen.add(area)
        self.answered |= line.areas.items() & self.lookup.lines.keys()
        if self.areas and area not in self.areas:
            return None
        places = self.lookup.localities(line.areas)
        if not self.areas and not places:
            return None
        return PostcodeRow(line.postcode, line.easting, line.northing, line.terminated_on, places)

    def again(self, line: DirectoryLine) -> list[Finding]:
        """That a postcode was there before."""
        first = self.first.setdefault(line.postcode, line.line)
        if first == line.line:
            return []
        return [Finding(str(self.path), line.line, f"{line.postcode} stands in line {first} as well: take one out")]

    def unanswered(self) -> list[Finding]:
        """A misspelt code, or one of another edition, would lose its places silently."""
        return [
            Finding(str(self.lookup.path), number, f"no postcode of {self.path.name} has {kind} {code}")
            for (kind, code), number in self.lookup.lines.items()
            if (kind, code) not in self.answered
        ]

    def absent(self) -> list[Finding]:
        """The areas that were asked for and are not in the file."""
        missing = [code for code in self.areas if code not in self.areas_seen]
        return [Finding(str(self.path), 1, f"no postcode lies in area {code}") for code in missing]
