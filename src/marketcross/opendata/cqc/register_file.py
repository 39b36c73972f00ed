"""Read a file of the register, whichever of the layouts it has."""

from pathlib import Path

from marketcross.opendata.cqc.active_locations_file import read_active_locations
from marketcross.opendata.cqc.api import read_answers
from marketcross.opendata.cqc.directory_file import read_directory
from marketcross.opendata.cqc.location import Location

_BEGINS = 4_096  # characters: every layout has its heading by then


def read_register(path: Path) -> list[Location]:
    """Read the care directory, the active locations or kept answers, told apart by ending and heading.

    Raises BadFileError with all that is wrong.
    """
    if path.suffix.lower() in (".json", ".jsonl"):
        return read_answers(path)
    if path.suffix.lower() == ".csv" and not _names_location_id(path):
        return read_directory(path)
    return read_active_locations(path)


def _names_location_id(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as file:
        return "Location HSCA start date" in file.read(_BEGINS)
