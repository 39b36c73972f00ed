"""Conditions by age and sex, and how far life is limited."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from marketcross.synth.people.codes import Condition, Limited, Sex
from marketcross.synth.people.known import AGES, Numbers, by_age, known
from marketcross.synth.people.matching import Ages


@cache
def prevalence() -> Numbers:
    """The share of each age and sex with each condition (condition x age x sex)."""
    shares = np.zeros((len(Condition), AGES, len(Sex)))
    for rate in known("conditions")["rates"]:
        ages = slice(rate["from"], rate.get("to", AGES - 1) + 1)
        for sex in Sex:
            shares[Condition[rate["condition"].upper()], ages, sex] = rate[sex.name.lower()] / 100
    return shares


def conditions(rng: np.random.Generator, age: Ages, sex: Ages) -> NDArray[np.bool_]:
    """Who has which (condition x person). Each is drawn by itself; a disability is moderate or serious, not both."""
    has = rng.random((len(Condition), len(age))) < prevalence()[:, age, sex]
    has[Condition.MODERATE_PHYSICAL_DISABILITY] &= ~has[Condition.SERIOUS_PHYSICAL_DISABILITY]
    return has


def limits(rng: np.random.Generator, age: Ages, has: NDArray[np.bool_]) -> Ages:
    """How far daily life is limited: mostly a lot with a severe condition, else so that each age comes to its share."""
    facts = known("conditions")["limited"]
    severe = [Condition[name.upper()] for name in facts["severe_conditions"]]
    with_severe = has[severe].any(axis=0)
    severe_share = 1 - np.prod(1 - prevalence()[severe].mean(axis=2), axis=0)
    a_lot, a_little = (_rest(facts, name, severe_share) for name in ("a_lot", "a_little"))
    given = facts["with_severe_condition"]
    lot = np.where(with_severe, given["a_lot"] / 100, a_lot[age])
    little = np.where(with_severe, given["a_little"] / 100, a_little[age])
    drawn = rng.random(len(age))
    return np.where(drawn < lot, Limited.A_LOT, np.where(drawn < lot + little, Limited.A_LITTLE, Limited.NO))


def _rest(facts: dict[str, dict[str, float]], name: str, severe_share: Numbers) -> Numbers:
    """The share among those without a severe condition that brings an age to its own."""
    share = by_age(facts["first_ages"], facts[name]) / 100  # type: ignore[arg-type]
    return np.clip((share - severe_share * facts["with_severe_condition"][name] / 100) / (1 - severe_share), 0, 1)
