"""Who lives with whom: families, couples, grown children, sharers, and people who live alone."""

import numpy as np

from marketcross.synth.people.homes.couples import settle_couples
from marketcross.synth.people.homes.families import settle_families
from marketcross.synth.people.homes.others import settle_others
from marketcross.synth.people.homes.settling import Settling
from marketcross.synth.people.matching import Ages

__all__ = ["Settling", "settle"]


def settle(rng: np.random.Generator, age: Ages, sex: Ages) -> Settling:
    """House everybody. There must be an adult if there is anybody."""
    settling = Settling(age, sex)
    left = settle_families(rng, settling)
    settle_couples(rng, settling)
    settle_others(rng, settling, left)
    return settling
