"""Whole units shared over places in proportion, and over parts of each place, with nothing lost or made.

Largest remainder: each place gets the whole part of its exact quota; the units left go one each to the largest
remainders. Among equal remainders the larger share comes first, then the id that comes first in the alphabet, so that
the order in which places are written changes nothing. docs/method/need-by-place.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from marketcross.engine.projection.bounded import Bounded


class NothingToShareByError(ValueError):
    """All shares are zero, or one is negative: no proportion follows from them."""


def share_out(units: int, shares: Mapping[str, Fraction]) -> dict[str, int]:
    """Units for each id, in the order given; they add up to ``units`` (0 or more). Shares need not add up to 100."""
    whole = sum(shares.values(), Fraction(0))
    if units < 0 or any(size < 0 for size in shares.values()):
        raise NothingToShareByError("Units and shares cannot be negative.")
    if units and not whole:
        raise NothingToShareByError(f"{units} units cannot be shared: all shares are 0.")
    quotas = {place: units * size / whole if whole else Fraction(0) for place, size in shares.items()}
    given = {place: floor(quota) for place, quota in quotas.items()}
    left = units - sum(given.values())
    for place in sorted(shares, key=lambda place: (given[place] - quotas[place], -shares[place], place))[:left]:
        given[place] += 1
    return given


@dataclass(frozen=True, slots=True)
class PlaceNeed:
    """What one place gets: its units, and of them each part's."""

    units: int
    parts: Mapping[str, int]


def need_by_place(
    units: int,
    shares: Mapping[str, Fraction],
    split: Mapping[str, Fraction],
    exceptions: Mapping[str, Mapping[str, Fraction]],
) -> dict[str, PlaceNeed]:
    """Share units over places, then each place's over parts: by ``split``, or by the place's own in ``exceptions``."""
    places = share_out(units, shares)
    parts = {place: share_out(n, exceptions.get(place, split)) if split else {} for place, n in places.items()}
    return {place: PlaceNeed(n, parts[place]) for place, n in places.items()}


def range_of_units(total: Bounded, shares: Mapping[str, Bounded]) -> dict[str, tuple[int | None, int | None]]:
    """The fewest and most units that each place could get while total and shares lie in their ranges.

    Sound, not always tight: largest remainder never leaves the whole numbers around a quota, and each quota is taken
    at its ends.
    """
    return {place: _range_of_one(total, shares, place) for place in shares}


def _range_of_one(total: Bounded, shares: Mapping[str, Bounded], place: str) -> tuple[int | None, int | None]:
    own = shares[place]
    others = [size for name, size in shares.items() if name != place]
    low = _quota(total.low, own.low, [size.high for size in others])
    high = _quota(total.high, own.high, [size.low for size in others])
    return (None if low is None else floor(low)), (None if high is None else ceil(high))


def _quota(total: Fraction | None, own: Fraction | None, others: list[Fraction | None]) -> Fraction | None:
    if total is None or own is None or None in others:
        return None
    own = max(own, Fraction(0))
    whole = own + sum((max(other, Fraction(0)) for other in others if other is not None), Fraction(0))
    return total * own / whole if whole else Fraction(0)
