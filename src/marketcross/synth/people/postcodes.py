"""The postcodes of made households: where each lies, and the localities of each kind that it lies in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from marketcross.synth.people.looks.addresses import town_of
from marketcross.synth.people.looks.grid_references import grid_reference

AREA, AREA_NAME = "MADE", "Made borough"
_FIRST_TOWN = 40
_SAID = {
    "council_locality": "{town}",
    "health_locality": "{town} Health Locality",
    "primary_care_network": "{town} Primary Care Network",
}


@dataclass(frozen=True, slots=True)
class MadePostcode:
    """``localities`` gives code and name by kind, from the neighbourhood's row."""

    postcode: str
    easting: int
    northing: int
    localities: dict[str, tuple[str, str]]


def postcodes_of(neighbourhood: Mapping[str, str], postcodes: Iterable[str]) -> Iterator[MadePostcode]:
    """The distinct postcodes of a neighbourhood's households, in the order of the households.

    ``neighbourhood`` is a row of the table of neighbourhoods, in text.
    """
    number, places = int(neighbourhood["neighbourhood"].removeprefix("MN")) - 1, _localities(neighbourhood)
    for unit, postcode in enumerate(dict.fromkeys(postcodes)):
        yield MadePostcode(postcode, *grid_reference(number, unit), places)


def _localities(neighbourhood: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    own = {"neighbourhood": (neighbourhood["neighbourhood"], neighbourhood["name"]), "area": (AREA, AREA_NAME)}
    larger = {kind: (neighbourhood[kind], said.format(town=_town(neighbourhood[kind]))) for kind, said in _SAID.items()}
    return own | larger


def _town(code: str) -> str:
    """A made town for a locality's number (council-1), away from those that the first neighbourhoods are named for."""
    return town_of(_FIRST_TOWN - int(code.rpartition("-")[2]))
