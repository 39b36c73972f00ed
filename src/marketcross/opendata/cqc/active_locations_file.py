"""The care directory with filters: the HSCA active locations, a spreadsheet each month, with the overall rating."""

from collections.abc import Iterator
from pathlib import Path

from marketcross.opendata.cqc.fields import Fields
from marketcross.opendata.cqc.gathering import gather, must_have
from marketcross.opendata.cqc.location import Location, Provider
from marketcross.opendata.cqc.rating import Ratings
from marketcross.opendata.cqc.sheets import sheet_rows
from marketcross.opendata.csv_lines import Cells

_SHEETS = ("HSCA_Active_Locations", "HSCA Active Locations")
_DUAL = {"Dual Registration": True, "": False}
_NEEDED = (
    "Location ID",
    "Location HSCA start date",
    "Dormant (Y/N)",
    "Location Name",
    "Care homes beds",
    "Location Latest Overall Rating",
    "Publication Date",
    "Location Postal Code",
    "Provider ID",
    "Provider Name",
    "Regulated activity - Personal care",
    "Regulated activity - Accommodation for persons who require nursing or personal care",
)


def read_active_locations(path: Path) -> list[Location]:
    """Read the ODS or XLSX file, or its sheet saved as CSV. Raises BadFileError with all that is wrong."""
    return gather(path, _rows(path), lambda cells, problems: _location(Fields(cells, problems)))


def _rows(path: Path) -> Iterator[tuple[int, Cells]]:
    rows = sheet_rows(path, _SHEETS, "Location ID")
    number, heading = next(rows)
    must_have(path, number, heading, _NEEDED)
    yield from rows


def _location(row: Fields) -> Location:
    return Location(
        id=row.needed("Location ID"),
        name=row.needed("Location Name"),
        provider=Provider(row.needed("Provider ID"), row.text("Provider Name"), row.text("Brand Name")),
        address=_address(row),
        postcode=row.postcode("Location Postal Code"),
        telephone=row.text("Location Telephone Number"),
        website=row.text("Location Web Address"),
        local_authority=row.text("Location Local Authority"),
        region=row.text("Location Region"),
        registered_on=row.day("Location HSCA start date"),
        dormant=row.yes("Dormant (Y/N)"),
        beds=row.count("Care homes beds"),
        service_types=row.ticked("Service type - "),
        activities=row.ticked("Regulated activity - "),
        specialisms=row.ticked("Service user band - "),
        ratings=_ratings(row),
        dual_registered=_dual(row),
        primary_id=row.text("Primary ID (Dual registration locations)"),
    )


def _address(row: Fields) -> tuple[str, ...]:
    lines = ("Street Address", "Address Line 2", "City", "County")
    return tuple(text for line in lines if (text := row.text(f"Location {line}")))


def _ratings(row: Fields) -> Ratings:
    overall = row.rated("Location Latest Overall Rating", "Publication Date")
    return Ratings(overall, inherited=row.yes("Inherited Rating (Y/N)"))


def _dual(row: Fields) -> bool | None:
    written = row.text("Location Dual Registered")
    if written not in _DUAL:
        row.problems.append(f"Location Dual Registered {written!r} is neither empty nor 'Dual Registration'")
    return _DUAL.get(written)
