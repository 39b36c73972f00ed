"""Households once everybody is housed: their size, their kind, how the home is held and what it is worth."""

from dataclasses import dataclass

import numpy as np

from marketcross.synth.people.codes import HouseholdKind, Role, Tenure
from marketcross.synth.people.homes.settling import Settling
from marketcross.synth.people.known import ADULT, by_age, known, percent_by_age
from marketcross.synth.people.matching import NOBODY, Ages, Places


@dataclass(frozen=True, slots=True)
class Dwellings:
    """Arrays by household. ``reference`` is the place of the reference person among the people."""

    reference: Places
    size: Ages
    kind: Ages


def dwellings(settling: Settling) -> Dwellings:
    homes, role = settling.home, settling.role
    reference = np.full(settling.homes, NOBODY, dtype=np.intp)
    here = settling.references()
    reference[homes[here]] = here
    size = np.bincount(homes, minlength=settling.homes)
    young = np.bincount(homes, weights=settling.age < ADULT, minlength=settling.homes).astype(np.int64)
    couple = np.bincount(homes[role == Role.PARTNER], minlength=settling.homes) > 0
    kind = np.select(
        [size == 1, couple & (young == 0), couple, (young > 0) & (size - young == 1), young == 0],
        [
            HouseholdKind.ONE_PERSON,
            HouseholdKind.COUPLE,
            HouseholdKind.COUPLE_WITH_CHILDREN,
            HouseholdKind.ONE_PARENT_WITH_CHILDREN,
            HouseholdKind.OTHER_ADULTS,
        ],
        HouseholdKind.OTHER_WITH_CHILDREN,
    )
    return Dwellings(reference, size, kind.astype(np.int64))


def tenures(rng: np.random.Generator, age: Ages, kind: Ages, owned: float) -> Ages:
    """The given share of homes is owned, to one home: likelier by the older and by couples."""
    facts = known("households")["homes"]
    owning = facts["owning_by_age"]
    couple = np.isin(kind, (HouseholdKind.COUPLE, HouseholdKind.COUPLE_WITH_CHILDREN))
    score = by_age(owning["first_ages"], owning["weight"])[age] + 0.7 * couple + rng.logistic(size=len(age))
    owners = np.argsort(-score)[: round(owned * len(age))]
    outright = rng.random(len(age)) < percent_by_age(facts["outright_by_age"])[age]
    social = rng.random(len(age)) < percent_by_age(facts["social_by_age"])[age]
    tenure = np.where(social, Tenure.SOCIAL_RENTED, Tenure.PRIVATE_RENTED).astype(np.int64)
    tenure[owners] = np.where(outright[owners], Tenure.OWNED_OUTRIGHT, Tenure.MORTGAGED)
    return tenure


def home_values(rng: np.random.Generator, tenure: Ages) -> Ages:
    """Pence, in whole thousands of pounds; 0 where the home is rented."""
    facts = known("money")["home_value"]
    value = facts["median"] * np.exp(rng.normal(0, facts["spread"], len(tenure)))
    thousands = np.rint(value / 1000).astype(np.int64) * 1000 * 100
    return np.where(tenure <= Tenure.MORTGAGED, thousands, 0)
