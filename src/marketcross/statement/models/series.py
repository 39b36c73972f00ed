"""The pack's series as the engine takes them."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np

from marketcross.engine.projection.clients import History
from marketcross.engine.projection.conditions import Rate
from marketcross.engine.projection.population import SEXES, Population, SexBand, population_from_columns
from marketcross.engine.vocabulary.age_band import AgeBand
from marketcross.statement.pack import Pack, PopulationRow, RateRow

POPULATION, RATES, CLIENTS = "series/population.csv", "series/rates.csv", "series/clients.csv"


def population_of(
    rows: Sequence[PopulationRow], people: Callable[[PopulationRow], Fraction] = lambda row: row.people
) -> Population:
    """The rows as one block; ``people`` may give another number for a row, such as the end of its range."""
    names = sorted({row.area for row in rows})
    code = {name: number for number, name in enumerate(names)}
    columns = [
        (code[row.area], row.year, SEXES.index(row.sex), row.age_from, -1 if row.age_to is None else row.age_to)
        for row in rows
    ]
    area, year, sex, first, last = np.array(columns, dtype=np.int64).reshape(-1, 5).T
    numbers = np.array([float(people(row)) for row in rows])
    return population_from_columns(names, area, year, sex, first, last, numbers)


def rates_of(rows: Sequence[RateRow], rate: Callable[[RateRow], Fraction] = lambda row: row.rate) -> list[Rate]:
    return [Rate(row.condition, SexBand(row.sex, AgeBand(row.age_from, row.age_to)), float(rate(row))) for row in rows]


class BandsStraddleError(ValueError):
    """Population bands lie partly inside the ages asked for; the message names them. ``row`` is the first, from 0."""

    def __init__(self, message: str, row: int) -> None:
        super().__init__(message)
        self.row = row


def people_of_ages(pack: Pack, area: str, ages: AgeBand, *, split_uniform: bool = False) -> dict[int, Fraction]:
    """People of an area and these ages by year, exactly.

    Raises BandsStraddleError where a band straddles the ages; with ``split_uniform`` it is cut, as if all its ages had
    equally many people, unless it is open and so has no last age.
    """
    found: dict[int, Fraction] = {}
    astride: dict[str, int] = {}
    for number, row in enumerate(pack.population):
        band = AgeBand(row.age_from, row.age_to)
        if row.area != area or not band.overlaps(ages):
            continue
        inside, of = band.ages_in(ages)
        if inside < of and (not split_uniform or band.last is None):
            astride.setdefault(f"{row.sex} {band}", number)
        found[row.year] = found.get(row.year, Fraction(0)) + row.people * Fraction(inside, of)
    if astride:
        raise BandsStraddleError(
            f"population bands {', '.join(astride)} of {area} lie partly outside ages {ages}; "
            "give bands in series/population.csv that begin and end where these ages do",
            min(astride.values()),
        )
    return found


def client_history(pack: Pack, area: str, service: str, group: str) -> History:
    """People with a service by year."""
    return {
        row.year: float(row.people)
        for row in pack.clients
        if (row.area, row.service, row.group) == (area, service, group)
    }


def exactly(number: float) -> Fraction:
    """A projection as a fraction, to the millionth: beyond that float64 says nothing."""
    return Fraction(str(round(float(number), 6)))


def rows_of_ages(pack: Pack, area: str, ages: AgeBand, year: int) -> int:
    """How many rows of the series make up the people of these ages, each rounded for itself."""
    return sum(
        (row.area, row.year) == (area, year) and AgeBand(row.age_from, row.age_to).within(ages)
        for row in pack.population
    )
