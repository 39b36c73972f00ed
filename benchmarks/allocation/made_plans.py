"""Past plans made up by chance: answers to a scheme's questions, and a cost near what a ready reckoner gives."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from marketcross.engine.rules.allocation import Answers, Reckoner, allocate
from marketcross.engine.rules.allocation.calibration import History

GROUPS = ("older people", "learning disability", "physical disability", "mental health")
_SHARES = (0.6, 0.18, 0.14, 0.08)
_SPREAD = 0.25  # of the logarithm of the cost
_COSTLY = 2_000  # one plan in so many costs twenty times as much


@dataclass(frozen=True, slots=True)
class MadePlans:
    history: History
    group: NDArray[np.object_]


def made_plans(scheme: Reckoner, size: int, *, rng: Generator) -> MadePlans:
    """So many plans. People with mental distress get 8% less for the same need: something for fairness to find."""
    highest = np.array([[len(question.levels) - 2] for question in scheme.questions])
    level = np.minimum(rng.integers(0, highest + 1, (len(highest), size)), rng.integers(0, 4, (len(highest), size)))
    shares = np.array(sorted(scheme.met_by_others.values()))
    met = shares[rng.choice(len(shares), level.shape, p=(0.6, 0.15, 0.12, 0.08, 0.05))] * (level > 0)
    given = Answers(level, met, np.zeros(size, bool))
    group = rng.choice(GROUPS, size, p=_SHARES).astype(object)
    cost = allocate(scheme, given).usual * rng.lognormal(0, _SPREAD, size)
    cost[group == "mental health"] *= 0.92
    cost[::_COSTLY] *= 20
    return MadePlans(History(given, cost.astype(np.int64)), group)
