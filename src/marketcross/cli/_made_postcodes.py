"""The postcodes of a made borough's folder, with the localities of their neighbourhoods."""

from collections.abc import Iterator
from pathlib import Path

from marketcross.opendata.postcodes import PostcodeRow
from marketcross.opendata.tables import BadTableError, read
from marketcross.synth.people import TABLES
from marketcross.web.places.made_rows import made_rows

_ENDINGS = (".csv", ".parquet")


def postcodes_of_folder(borough: Path) -> Iterator[PostcodeRow]:
    """Read the folder's neighbourhoods and households. Raises BadTableError where they are not there."""
    neighbourhoods = _columns(borough, "neighbourhoods")
    households = _columns(borough, "households")
    inside: dict[str, dict[str, None]] = {}
    for where, postcode in zip(households["neighbourhood"], households["postcode"], strict=True):
        inside.setdefault(where, {})[postcode] = None
    for cells in zip(*neighbourhoods.values(), strict=True):
        row = dict(zip(neighbourhoods, cells, strict=True))
        yield from made_rows(row, inside.get(row["neighbourhood"], ()))


def _columns(borough: Path, table: str) -> dict[str, list[str]]:
    """All cells of a table of the folder, as text by column."""
    path = next((found for end in _ENDINGS if (found := borough / f"{table}{end}").is_file()), None)
    if path is None:
        raise BadTableError(f"{borough}: has no {table}.csv: make it with marketcross borough people --out {borough}")
    columns = next(known.columns for known in TABLES if known.name == table)
    cells: dict[str, list[str]] = {column.name: [] for column in columns}
    for chunk in read(path, columns):
        for name, values in chunk.values.items():
            cells[name] += values.astype(str).tolist()
    return cells
