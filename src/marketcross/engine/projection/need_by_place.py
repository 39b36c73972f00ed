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

Ends = tuple[int | None, int | None]
Quota = tuple[Fraction | None, Fraction | None]


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


def range_of_units(total: Bounded, shares: Mapping[str, Bounded]) -> dict[str, Ends]:
    """The fewest and most units that each place could get while total and shares lie in their ranges.

    Sound: nothing outside can happen. All quotas are rounded up from one remainder on, so there is a lift from 0 to
    1, the same for all, with units = floor(quota + lift). For each lift that can make the total, a place gets no less
    than its lowest quota gives and the others leave, and no more.
    """
    quotas = {place: _range_of_quota(total, shares, place) for place in shares}
    ends = [end for quota in quotas.values() for end in quota if end is not None]
    if total.low is None or total.high is None or len(ends) < 2 * len(quotas):
        return {place: (None if low is None else floor(low), None) for place, (low, _) in quotas.items()}
    found: dict[str, list[int]] = {place: [] for place in shares}
    for lift in {Fraction(0), Fraction(1), *(floor(end) + 1 - end for end in ends)}:
        _lifted(quotas, lift, ceil(total.low), floor(total.high), found)
    return {place: (min(units), max(units)) for place, units in found.items()}


def _lifted(
    quotas: Mapping[str, Quota], lift: Fraction, least: int, greatest: int, found: Mapping[str, list[int]]
) -> None:
    """Add each place's fewest and most units at one lift, where the total can be made at all.

    Of equal remainders only some may be rounded up: a whole number at the lift may go either way.
    """
    low = {place: max(floor(q), ceil(q + lift) - 1) for place, (q, _) in quotas.items() if q is not None}
    high = {place: min(ceil(q), floor(q + lift)) for place, (_, q) in quotas.items() if q is not None}
    fewest, most = sum(low.values()), sum(high.values())
    if fewest <= greatest and most >= least:
        for place, units in found.items():
            units.append(max(low[place], least - most + high[place]))
            units.append(min(high[place], greatest - fewest + low[place]))


def _range_of_quota(total: Bounded, shares: Mapping[str, Bounded], place: str) -> Quota:
    own = shares[place]
    others = [size for name, size in shares.items() if name != place]
    low = _quota(total.low, own.low, [size.high for size in others])
    high = _quota(total.high, own.high, [size.low for size in others])
    return low, high


def _quota(total: Fraction | None, own: Fraction | None, others: list[Fraction | None]) -> Fraction | None:
    known = [max(other, Fraction(0)) for other in others if other is not None]
    if total is None or own is None or len(known) < len(others):
        return None
    own = max(own, Fraction(0))
    whole = sum(known, own)
    return total * own / whole if whole else Fraction(0)
