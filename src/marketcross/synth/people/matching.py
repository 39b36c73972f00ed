"""Choosing people by weight and pairing them by age, for whole columns at once."""

import numpy as np
from numpy.typing import NDArray

from marketcross.synth.people.known import AGES, Numbers

Places = NDArray[np.intp]
Ages = NDArray[np.int64]

NOBODY = -1


def choose(rng: np.random.Generator, weights: Numbers, how_many: int) -> Places:
    """That many different places, the likelier the heavier; fewer where fewer have any weight."""
    possible = np.flatnonzero(weights > 0)
    if how_many >= len(possible):
        return possible
    waiting = rng.standard_exponential(len(possible)) / weights[possible]
    return possible[np.sort(np.argpartition(waiting, how_many)[:how_many])] if how_many > 0 else possible[:0]


def pair_by_age(rng: np.random.Generator, wanted: Numbers, ages: Ages) -> Places:
    """For each wanted age the place of somebody of about that age, nobody twice; NOBODY where nobody is left."""
    paired = np.full(len(wanted), NOBODY, dtype=np.intp)
    how_many = min(len(wanted), len(ages))
    if how_many == 0:
        return paired
    asked = np.bincount(np.clip(np.rint(wanted), 0, AGES - 1).astype(np.int64), minlength=AGES) + 1e-6
    there = np.bincount(ages, minlength=AGES)
    chosen = choose(rng, (asked / np.maximum(there, 1))[ages], how_many)
    asking = rng.permutation(len(wanted))[:how_many]
    paired[asking[np.argsort(wanted[asking])]] = chosen[np.argsort(ages[chosen] + rng.random(how_many))]
    return paired


def spread(shares: Numbers, total: int) -> Ages:
    """Whole numbers that add up to the total, in proportion; each running sum is within half of its share."""
    running = np.cumsum(shares)
    if total == 0 or running[-1] <= 0:
        return np.zeros(len(shares), dtype=np.int64)
    reached = np.floor(running / running[-1] * total + 0.5).astype(np.int64)
    reached[-1] = total
    return np.asarray(np.diff(reached, prepend=0))


def pick(rng: np.random.Generator, shares: Numbers, how_many: int) -> Places:
    """That many independent places, by share."""
    upto = np.cumsum(shares)
    places: Places = np.searchsorted(upto / upto[-1], rng.random(how_many), side="right")
    return np.minimum(places, len(shares) - 1)
