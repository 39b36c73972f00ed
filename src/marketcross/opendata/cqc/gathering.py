"""Read all rows of a source into locations, or say everything that is wrong with them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from marketcross.opendata.cqc.location import Location
from marketcross.opendata.finding import BadFileError, Finding, gathering

Row = TypeVar("Row")


def gather(path: Path, rows: Iterable[tuple[int, Row]], read: Callable[[Row, list[str]], Location]) -> list[Location]:
    """Read each numbered row; ``read`` adds what is wrong with it to the list it is given.

    Raises BadFileError with every problem of every row, and each location that comes twice.
    """
    found, first, findings = list[Location](), dict[str, int](), list[Finding]()
    for number, row in gathering(rows, findings):
        problems = list[str]()
        location = read(row, problems)
        if location.id in first:
            problems.append(f"location {location.id} stands in {first[location.id]} as well")
        first.setdefault(location.id, number)
        findings += [Finding(str(path), number, problem) for problem in problems]
        found.append(location)
    if findings:
        raise BadFileError(findings)
    return found


def must_have(path: Path, number: int, heading: Iterable[str], needed: Iterable[str]) -> None:
    """Raises BadFileError naming every column that the heading lacks."""
    there = set(heading)
    missing = [name for name in needed if name not in there]
    if missing:
        raise BadFileError([Finding(str(path), number, f"no column {', '.join(missing)}: is it another of the files?")])
