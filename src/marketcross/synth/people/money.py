"""Income and savings: enough shape that a charge has something to work on. All amounts are pence."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.parameters.ages import pension_age_born_by
from marketcross.engine.vocabulary.money import from_pounds
from marketcross.law.statute import Law
from marketcross.synth.people.codes import Limited, Rate, Tenure
from marketcross.synth.people.known import ADULT, by_age, known, percent_by_age
from marketcross.synth.people.matching import Ages

_PENCE = 100


@dataclass(frozen=True, slots=True)
class Rates:
    """Statutory weekly pence, and the latest birth of somebody of pension age. ``lent`` names rates of another year."""

    state_pension: int
    guarantee: int
    lower: int
    higher: int
    pension_age_born_by: int
    lent: tuple[str, ...]


def rates_on(law: Law, on: date) -> Rates:
    """The rates of the day; where a year's is missing from the law files, the last one before it, or the first."""
    lent: list[str] = []

    def latest(name: str) -> int:
        there = [value for value in law[name].values if not value.missing]
        usable = [value for value in there if value.start <= on] or there[:1]
        if not usable[-1].start <= on < usable[-1].until:
            lent.append(f"{name} of {usable[-1].start}")
        return from_pounds(usable[-1].value)

    return Rates(
        latest("state_pension_new"),
        latest("pension_credit_guarantee_single"),
        latest("attendance_allowance_lower"),
        latest("attendance_allowance_higher"),
        pension_age_born_by(law["pension_credit_age"], on).toordinal(),
        tuple(lent),
    )


def money(
    rng: np.random.Generator, age: Ages, born: Ages, limited: Ages, tenure: Ages, rates: Rates
) -> dict[str, NDArray[np.int64]]:
    """The money columns of people. ``tenure`` is that of each person's home."""
    facts = known("money")
    pension_age, adult = born <= rates.pension_age_born_by, age >= ADULT
    earnings = _earnings(rng, age, limited, facts)
    state = np.where(pension_age, _state_pension(rng, len(age), facts, rates), 0)
    other = np.where(pension_age, _other_pension(rng, len(age), facts), 0)
    benefit = np.where(adult, _disability_benefit(rng, limited, facts), Rate.NONE)
    capital = np.where(adult, _capital(rng, age, tenure, facts), 0)
    tested = _means_tested(rng, pension_age, adult, earnings + state + other, facts, rates)
    return {
        "earnings": earnings,
        "state_pension": state,
        "other_pension": other,
        "disability_benefit": benefit,
        "disability_benefit_amount": np.array([0, rates.lower, rates.higher])[benefit],
        "means_tested_benefit": tested,
        "capital": capital,
    }


def _earnings(rng: np.random.Generator, age: Ages, limited: Ages, facts: Any) -> Ages:
    less = facts["working_if_limited"]
    able = np.array([1.0, less["a_little"] / 100, less["a_lot"] / 100])[limited]
    works = rng.random(len(age)) < percent_by_age(facts["working"])[age] * able
    return np.where(works, _pounds(rng, facts["earnings"], len(age)), 0)


def _pounds(rng: np.random.Generator, facts: Any, people: int) -> Ages:
    """Whole pounds around a median, in pence."""
    pounds: Ages = np.rint(facts["median"] * np.exp(rng.normal(0, facts["spread"], people))).astype(np.int64)
    return pounds * _PENCE


def _state_pension(rng: np.random.Generator, people: int, facts: Any, rates: Rates) -> Ages:
    share = facts["state_pension_share"]
    part = rng.uniform(share["lowest"] / 100, 1.0, people)
    part[rng.random(people) < share["full_percent"] / 100] = 1.0
    return np.rint(rates.state_pension * part).astype(np.int64)


def _other_pension(rng: np.random.Generator, people: int, facts: Any) -> Ages:
    has = rng.random(people) < facts["other_pension"]["percent"] / 100
    return np.where(has, _pounds(rng, facts["other_pension"], people), 0)


def _disability_benefit(rng: np.random.Generator, limited: Ages, facts: Any) -> Ages:
    shares = facts["disability_benefit"]
    gets = rng.random(len(limited)) < np.array([0, shares["a_little"], shares["a_lot"]])[limited] / 100
    high = np.array([0, shares["higher_if_a_little"], shares["higher_if_a_lot"]])[limited] / 100
    rate = np.where(rng.random(len(limited)) < high, Rate.HIGHER, Rate.LOWER)
    return np.where(gets & (limited != Limited.NO), rate, Rate.NONE)


def _means_tested(
    rng: np.random.Generator,
    pension_age: NDArray[np.bool_],
    adult: NDArray[np.bool_],
    income: Ages,
    facts: Any,
    rates: Rates,
) -> Ages:
    """Pension credit to the guarantee, where claimed; universal credit for some without work. Capital is not tested."""
    drawn = rng.random(len(income))
    credit = np.where(drawn < facts["pension_credit_claimed"] / 100, np.maximum(rates.guarantee - income, 0), 0)
    universal = from_pounds(f"{facts['universal_credit']['weekly']:.2f}")
    gets = (income == 0) & (drawn < facts["universal_credit"]["percent_of_those_without_work"] / 100)
    return np.where(adult, np.where(pension_age, credit, np.where(gets, universal, 0)), 0)


def _capital(rng: np.random.Generator, age: Ages, tenure: Ages, facts: Any) -> Ages:
    steps = facts["capital"]
    owned, rented = (by_age(steps["first_ages"], steps[name])[age] for name in ("owned", "rented"))
    median = np.where(tenure <= Tenure.MORTGAGED, owned, rented)
    pounds: Ages = np.rint(median * np.exp(rng.normal(0, steps["spread"], len(age)))).astype(np.int64)
    return pounds * _PENCE
