"""The inputs of a gap as numbers with their ranges, and where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.projection.benchmarks import per_of
from marketcross.engine.projection.bounded import Bounded, monotone
from marketcross.engine.projection.gap import times
from marketcross.statement.models.asking import refuse
from marketcross.statement.models.building import Building
from marketcross.statement.models.gap.asked import Asked
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.months import MONTHS_IN
from marketcross.statement.models.population import Ages
from marketcross.statement.models.series import POPULATION, BandsStraddleError, population_of_area

Numbers = NDArray[np.float64]
MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class Known:
    """The inputs with their ranges, in people, places and months; arrivals are people a month at each moment."""

    placed: Bounded
    waiting: Bounded
    places: Bounded
    stay: Bounded
    rate: Bounded  # arrivals a month, of each person in ``people``
    people: Numbers
    inputs: Sequence[Input | str]


def known_inputs(building: Building, asked: Asked) -> Known:
    places, places_from = _places(building, asked)
    rate, people, arrivals_from = _arrivals(building, asked)
    months = MONTHS_IN[asked.length_of_stay.unit]
    waiting = [asked.waiting] if asked.waiting else []
    return Known(
        placed=asked.placed.bounded,
        waiting=asked.waiting.bounded if asked.waiting else Bounded.exactly(0),
        places=places,
        stay=_times(asked.length_of_stay.bounded, months),
        rate=rate,
        people=people,
        inputs=(
            asked.placed,
            *waiting,
            *places_from,
            *arrivals_from,
            asked.length_of_stay,
        ),
    )


def _times(bounded: Bounded, factor: Fraction) -> Bounded:
    return monotone(lambda number: number * factor, "+", bounded)


def _places(building: Building, asked: Asked) -> tuple[Bounded, Sequence[Input | str]]:
    if asked.places:
        return asked.places.bounded, (asked.places,)
    held = [one.capacity for one in building.pack.services if one.kind == asked.places_of]
    if not held or None in held:
        raise refuse(f"services.csv must name services of kind {asked.places_of}, each with its capacity", "places_of")
    return Bounded.exactly(sum(one for one in held if one is not None)), ("services.csv",)


def _arrivals(building: Building, asked: Asked) -> tuple[Bounded, Numbers, Sequence[Input | str]]:
    """Arrivals a month of each person, and people at each moment: of everybody at once where only a number is known."""
    moments = times(asked.months)
    if asked.arrivals:
        return _times(asked.arrivals.bounded, Fraction(1, MONTHS_IN_A_YEAR)), np.ones(len(moments)), (asked.arrivals,)
    rate, ages = asked.arrivals_rate, asked.population
    if rate is None or ages is None:
        raise AssertionError("check would have said so")
    if (per := per_of(rate.unit)) is None:
        raise refuse(f"arrivals_rate must be in percent, per_1k, per_10k or per_100k, not {rate.unit}", "arrivals_rate")
    people = _people(building, ages, asked.start, moments)
    return _times(rate.bounded, Fraction(1, per * MONTHS_IN_A_YEAR)), people, (rate, POPULATION)


def _people(building: Building, ages: Ages, start: str, moments: Numbers) -> Numbers:
    """Straight lines between the middles of the years that the series knows, and level beyond them."""
    try:
        known = population_of_area(building.pack, building.pack.area_code).of_ages(ages.ages)
    except BandsStraddleError as error:
        raise refuse(str(error), "population") from None
    if not known:
        raise refuse(f"{POPULATION} has no people of ages {ages.ages} in {building.pack.area_code}", "population")
    years = sorted(known)
    first_year, first_month = map(int, start.split("-"))
    when = first_year + (first_month - 1 + moments - 1) / MONTHS_IN_A_YEAR
    return np.interp(when, [year + 0.5 for year in years], [float(known[year]) for year in years])
