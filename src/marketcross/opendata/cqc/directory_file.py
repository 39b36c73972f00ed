"""The care directory: a CSV file of all registered locations, each week, without ratings."""

import re
from collections.abc import Iterator
from pathlib import Path

from marketcross.opendata.cqc.fields import Fields
from marketcross.opendata.cqc.gathering import gather, must_have
from marketcross.opendata.cqc.location import Location, Provider
from marketcross.opendata.cqc.names import ACTIVITY, service_type
from marketcross.opendata.csv_lines import Cells, csv_lines

_SPECIALISMS = "specialisms/services"
_NEEDED = ("name", "address", "postcode", "service types", "provider name", "cqc location", "cqc provider")


def read_directory(path: Path) -> list[Location]:
    """Read the file. Raises BadFileError with all that is wrong.

    The file names the regulated activities, if at all, among the specialisms: where it names none there, ``activities``
    is None, since it does not say.
    """
    return gather(path, _rows(path), lambda cells, problems: _location(Fields(cells, problems)))


def _rows(path: Path) -> Iterator[tuple[int, Cells]]:
    lines = csv_lines(path, heading_has="Postcode")
    number, heading = next(lines)
    names = {name: _name(name) for name in heading}
    must_have(path, number, names.values(), _NEEDED)
    for line, cells in lines:
        yield line, {names[name]: cell for name, cell in cells.items()}


def _name(written: str) -> str:
    """Editions write `CQC Location (for office use only`, `CQC Location ID (for office use only)` and other cases."""
    name = written.casefold()
    return next((key for key in ("cqc location", "cqc provider") if name.startswith(key)), name)


def _location(row: Fields) -> Location:
    listed = row.listed(_SPECIALISMS)
    activities = tuple(ACTIVITY[name.casefold()] for name in listed if name.casefold() in ACTIVITY)
    return Location(
        id=row.needed("cqc location"),
        name=row.needed("name"),
        provider=Provider(row.needed("cqc provider"), row.text("provider name")),
        address=_address(row.text("address")),
        postcode=row.postcode("postcode"),
        telephone=row.text("phone number"),
        website=row.text("service's website (if available)"),
        local_authority=row.text("local authority"),
        region=row.text("region"),
        service_types=tuple(service_type(name) for name in row.listed("service types")),
        activities=activities or None,
        specialisms=tuple(name for name in listed if name.casefold() not in ACTIVITY),
        checked_on=row.day("date of latest check"),
    )


def _address(written: str) -> tuple[str, ...]:
    """The lines of an address on one line; a comma after a house number divides nothing."""
    parts = re.sub(r"^(\d+\w?),", r"\1", written).split(",")
    return tuple(" ".join(part.split()) for part in parts if part.strip())
