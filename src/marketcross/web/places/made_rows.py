"""Made postcodes as the rows that a load takes."""

from collections.abc import Iterable, Iterator, Mapping

from marketcross.opendata.postcodes import LocalityKind, LocalityRow, PostcodeRow
from marketcross.synth.people.postcodes import postcodes_of


def made_rows(neighbourhood: Mapping[str, str], postcodes: Iterable[str]) -> Iterator[PostcodeRow]:
    """The postcodes of one neighbourhood's made households: its row of the table in text, and their postcodes."""
    for made in postcodes_of(neighbourhood, postcodes):
        places = (LocalityRow(LocalityKind(kind), code, name) for kind, (code, name) in made.localities.items())
        yield PostcodeRow(made.postcode, made.easting, made.northing, None, tuple(sorted(places)))
