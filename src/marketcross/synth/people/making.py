"""The made population, neighbourhood by neighbourhood."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from marketcross.law.statute import Law
from marketcross.synth.people.births import births
from marketcross.synth.people.caring import Caring, caring
from marketcross.synth.people.codes import Condition, Role, Sex
from marketcross.synth.people.columns import Cells
from marketcross.synth.people.ethnic_groups import ethnicity_of_homes, languages, religions, swap_partners
from marketcross.synth.people.health import conditions, limits
from marketcross.synth.people.homes import Settling, settle
from marketcross.synth.people.homes.dwellings import dwellings, home_values, tenures
from marketcross.synth.people.known import ADULT, OLDER
from marketcross.synth.people.looks.addresses import addresses, town_of
from marketcross.synth.people.looks.contact import contact
from marketcross.synth.people.looks.digits import digits
from marketcross.synth.people.looks.naming import names_of_people
from marketcross.synth.people.looks.nhs_numbers import nhs_numbers
from marketcross.synth.people.looks.syllables import Text
from marketcross.synth.people.matching import Ages
from marketcross.synth.people.money import Rates, money, rates_on
from marketcross.synth.people.plan import Plan

_LARGEST_TURN = 900_000


@dataclass(frozen=True, slots=True)
class Made:
    """One neighbourhood: its number, and its rows of each table by name."""

    neighbourhood: int
    tables: dict[str, Cells]


@dataclass(slots=True)
class _Counted:
    """How many people and households stand before the neighbourhood under way; numbers run through the whole."""

    people: int = 0
    homes: int = 0


def made_people(plan: Plan, rng: np.random.Generator, law: Law) -> Iterator[Made]:
    """Everybody of a plan. The same generator state gives the same people, on one version of NumPy."""
    rates, turn = rates_on(law, plan.on), int(rng.integers(_LARGEST_TURN))
    left, counted = plan.ages.copy(), _Counted()
    for number, its_own in enumerate(rng.spawn(plan.neighbourhoods)):
        if not plan.groups[number].any():
            continue
        age, sex = _drawn(its_own, left, plan.groups[number])
        yield _neighbourhood(plan, number, its_own, age, sex, rates, turn, counted)


def _drawn(rng: np.random.Generator, left: Ages, groups: Ages) -> tuple[Ages, Ages]:
    """Take so many children, adults and older people out of all who are left, whatever their age and sex."""
    taken = np.zeros_like(left)
    for ages, how_many in zip((slice(0, ADULT), slice(ADULT, OLDER), slice(OLDER, None)), groups, strict=True):
        here = rng.multivariate_hypergeometric(left[ages].ravel(), int(how_many), method="marginals")
        taken[ages] = here.reshape(-1, len(Sex))
    left -= taken
    cells = np.repeat(np.arange(taken.size), taken.ravel())
    return cells // len(Sex), cells % len(Sex)


def _neighbourhood(
    plan: Plan, number: int, rng: np.random.Generator, age: Ages, sex: Ages, rates: Rates, turn: int, counted: _Counted
) -> Made:
    age, sex, home, role, homes = _housed(settle(rng, age, sex), rng)
    settled = Settling(age, sex)
    settled.home, settled.role, settled.homes = home, role, homes
    dwelling = dwellings(settled)
    reference_age = age[dwelling.reference]
    tenure = tenures(rng, reference_age, dwelling.kind, plan.owned[number])
    ethnicity = ethnicity_of_homes(rng, dwelling.size, reference_age, plan.ethnicity)[home]
    swap_partners(rng, ethnicity, np.flatnonzero(role == Role.PARTNER))
    born = births(rng, age, home, role, plan.on)
    names = names_of_people(rng, ethnicity, sex, home, role)
    has = conditions(rng, age, sex)
    limited = limits(rng, age, has)
    person = np.arange(counted.people, counted.people + len(age)) + 1
    household = _references("MH", np.arange(counted.homes, counted.homes + homes) + 1)
    where, made = f"MN{number + 1:05d}", np.ones(len(age), dtype=bool)
    people: Cells = {
        "person": _references("MP", person),
        "made": made,
        "household": household[home],
        "neighbourhood": np.full(len(age), where),
        "role": role,
        "name": names.whole,
        "given_name": names.given,
        "family_name": names.family,
        "sex": sex,
        "born": born,
        "age": age,
        "nhs_number": nhs_numbers(counted.people, len(age), plan.people, turn),
        "ethnicity": ethnicity,
        "first_language": languages(rng, ethnicity),
        "religion": religions(rng, ethnicity),
        **contact(rng, age, home, reference_age, names.given, person),
        "limited": limited,
        **{one.name.lower(): has[one] for one in Condition},
        **money(rng, age, born, limited, tenure[home], rates),
    }
    at = addresses(number, homes)
    cared = caring(rng, age, sex, home, role, limited, int(plan.carers[number]), float(plan.carers_50_hours[number]))
    counted.people, counted.homes = counted.people + len(age), counted.homes + homes
    households: Cells = {
        "household": household,
        "made": np.ones(homes, dtype=bool),
        "neighbourhood": np.full(homes, where),
        "size": dwelling.size,
        "kind": dwelling.kind,
        "tenure": tenure,
        "home_value": home_values(rng, tenure),
        "address": at.line,
        "town": at.town,
        "postcode": at.postcode,
    }
    tables = {"neighbourhoods": _places(plan, number, where, len(age)), "households": households, "people": people}
    return Made(number, tables | {"caring": _caring(cared, people["person"])})


def _housed(settled: Settling, rng: np.random.Generator) -> tuple[Ages, Ages, Ages, Ages, int]:
    """People household by household, in a random order of households; in each the reference person first."""
    shuffled = rng.permutation(settled.homes)
    home = shuffled[settled.home] if settled.homes else settled.home
    order = np.lexsort((-settled.age, settled.role, home))
    return settled.age[order], settled.sex[order], home[order], settled.role[order], settled.homes


def _references(letters: str, numbers: Ages) -> Text:
    return np.strings.add(letters, digits(numbers, 8))


def _caring(cared: Caring, person: np.ndarray) -> Cells:
    return {
        "carer": person[cared.carer],
        "made": np.ones(len(cared.carer), dtype=bool),
        "cared_for": person[cared.cared_for],
        "cared_for_is": cared.cared_for_is,
        "lives_with": cared.lives_with,
        "hours": cared.hours,
    }


def _places(plan: Plan, number: int, where: str, people: int) -> Cells:
    place = plan.geography
    return {
        "neighbourhood": np.array([where]),
        "made": np.array([True]),
        "name": np.array([f"{town_of(number)} {number + 1}"]),
        "place": np.array([place.places[place.place[number]].id]),
        "council_locality": np.array([f"council-{place.council_locality[number] + 1}"]),
        "health_locality": np.array([f"health-{place.health_locality[number] + 1}"]),
        "primary_care_network": np.array([f"network-{place.primary_care_network[number] + 1}"]),
        "people": np.array([people]),
    }
