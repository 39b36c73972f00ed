"""Made streets and towns, and postcodes of an area that nobody has.

The area is ZX. It is not among the areas that Royal Mail has allocated; Z may stand first and X second, so that
programs that check the form of a postcode accept it. (ZZ is not used: the NHS writes ZZ99 for people
without an address.)
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from marketcross.synth.people.known import known
from marketcross.synth.people.looks.syllables import Text, names
from marketcross.synth.people.matching import Ages

AREA = "ZX"
INWARD = "ABDEFGHJLNPQRSTUWXYZ"  # C I K M O V never stand in the second half
_DISTRICTS, _SECTORS = 99, 10
_UNITS = len(INWARD) ** 2  # of a sector
_UNITS_OF_A_NEIGHBOURHOOD = 230
HOMES_TO_A_POSTCODE = 16


@dataclass(frozen=True, slots=True)
class Addresses:
    """Arrays by household."""

    line: Text
    town: Text
    postcode: Text


@cache
def _streets() -> Text:
    facts = known("names")["streets"]
    return names([f"{name} " for name in names(facts["starts"], facts["ends"])], facts["kinds"])


@cache
def towns() -> Text:
    facts = known("names")["towns"]
    return names(facts["starts"], facts["ends"])


def town_of(neighbourhood: int) -> str:
    """A made town's name; after 160 they come again."""
    return str(towns()[neighbourhood * 67 % len(towns())])


def addresses(neighbourhood: int, homes: int) -> Addresses:
    """A home for every household of a neighbourhood; sixteen share a postcode, and two postcodes a street."""
    home = np.arange(homes)
    unit, streets = home // HOMES_TO_A_POSTCODE, _streets()
    street = streets[(neighbourhood * 389 + unit // 2 * 173) % len(streets)]
    number = (home % (2 * HOMES_TO_A_POSTCODE) + 1).astype(str)
    line = np.strings.add(np.strings.add(number, " "), street)
    return Addresses(line, np.full(homes, town_of(neighbourhood)), _postcodes(neighbourhood, unit))


def _postcodes(neighbourhood: int, unit: Ages) -> Text:
    """Neighbourhoods go round the districts; each takes the next piece of a district's 4,000 postcodes."""
    district, turn = neighbourhood % _DISTRICTS + 1, neighbourhood // _DISTRICTS
    nth = (turn * _UNITS_OF_A_NEIGHBOURHOOD + unit % _UNITS_OF_A_NEIGHBOURHOOD) % (_SECTORS * _UNITS)
    sector, letters = (nth // _UNITS).astype(str), np.array(list(INWARD))
    ends = np.strings.add(letters[nth % _UNITS // len(INWARD)], letters[nth % len(INWARD)])
    return np.strings.add(np.strings.add(f"{AREA}{district} ", sector), ends)
