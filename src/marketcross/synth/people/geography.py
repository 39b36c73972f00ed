"""Neighbourhoods, and the localities of several kinds that they lie in: kinds that do not nest in each other."""

from dataclasses import dataclass

import numpy as np

from marketcross.synth.people.fitting.likeness import Likeness, Place
from marketcross.synth.people.known import Numbers
from marketcross.synth.people.matching import Ages, spread

PEOPLE_IN_A_NEIGHBOURHOOD = 6_000
_PEOPLE_IN_A_HEALTH_LOCALITY = 35_000
_COUNCIL_LOCALITIES = 3


@dataclass(frozen=True, slots=True)
class Geography:
    """Arrays by neighbourhood: the number of its place and of its locality of each kind, each from 0."""

    places: tuple[Place, ...]
    place: Ages
    council_locality: Ages
    health_locality: Ages
    primary_care_network: Ages


def places_of(like: Likeness) -> tuple[Place, ...]:
    return like.places or (Place("all", like.name),)


def geography(like: Likeness, people: int, place_shares: Numbers) -> Geography:
    """Each place has neighbourhoods of about 6,000 people; the larger kinds are cut by people, not by place."""
    of_place = np.maximum(np.rint(place_shares * people / PEOPLE_IN_A_NEIGHBOURHOOD), 1).astype(np.int64)
    place = np.repeat(np.arange(len(of_place)), of_place)
    before = np.cumsum(place_shares[place] / of_place[place]) - place_shares[place] / of_place[place] / 2
    health = like.localities.get("health") or max(1, round(people / _PEOPLE_IN_A_HEALTH_LOCALITY))
    council = like.localities.get("council") or min(_COUNCIL_LOCALITIES, health)
    networks = like.localities.get("network") or health
    health_of = _cut(before, health)
    return Geography(
        places_of(like), place, _cut(before, council), health_of, _networks(before, health_of, health, networks)
    )


def _cut(before: Numbers, parts: int) -> Ages:
    """Which of so many equal parts of the people each neighbourhood lies in; where there are enough none is empty."""
    if len(before) < 2 * parts:
        return (before * parts).astype(np.int64).clip(max=parts - 1)
    return np.repeat(np.arange(parts), _rounded_parts(before, parts))


def _rounded_parts(before: Numbers, parts: int) -> Ages:
    found = np.bincount((before * parts).astype(np.int64).clip(max=parts - 1), minlength=parts)
    return found if found.min() > 0 else spread(np.ones(parts), len(before))


def _networks(before: Numbers, health_of: Ages, health: int, networks: int) -> Ages:
    """A network covers a health locality; the first covers several where there are fewer networks than localities."""
    if networks > health:
        return _cut(before, networks)
    return np.maximum(health_of - (health - networks), 0)
