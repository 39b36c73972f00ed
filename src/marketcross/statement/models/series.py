"""The pack's series as the engine takes them."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np

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


class PopulationOfArea:
    """The rows of one area, each with its number in the series, from 0."""

    def __init__(self, area: str, rows: Sequence[tuple[int, PopulationRow]]) -> None:
        self.area = area
        self._rows = [(number, row, AgeBand(row.age_from, row.age_to)) for number, row in rows]

    def of_ages(self, ages: AgeBand, *, split_uniform: bool = False) -> dict[int, Fraction]:
        """People of these ages by year, exactly.

        Raises BandsStraddleError where a band straddles the ages; with ``split_uniform`` it is cut, as if all its ages
        had equally many people, unless it is open and so has no last age.
        """
        found: dict[int, Fraction] = {}
        astride: dict[str, int] = {}
        for number, row, band in self._rows:
            if not band.overlaps(ages):
                continue
            people = row.people
            if not band.within(ages):
                people *= Fraction(*band.ages_in(ages))
                if band.last is None or not split_uniform:
                    astride.setdefault(f"{row.sex} {band}", number)
            found[row.year] = found.get(row.year, Fraction(0)) + people
        if astride:
            raise BandsStraddleError(
                f"population bands {', '.join(astride)} of {self.area} lie partly outside ages {ages}; "
                "give bands in series/population.csv that begin and end where these ages do",
                min(astride.values()),
            )
        return found

    def astride(self, ages: AgeBand) -> list[str]:
        """Bands that straddle the ages."""
        bands = dict.fromkeys(band for _, _, band in self._rows)
        return [str(band) for band in bands if band.overlaps(ages) and not band.within(ages)]

    def rows_of(self, ages: AgeBand, year: int) -> int:
        """How many rows of the series make up the people of these ages, each rounded for itself."""
        return sum(row.year == year and band.within(ages) for _, row, band in self._rows)


def population_by_area(pack: Pack) -> dict[str, PopulationOfArea]:
    rows: dict[str, list[tuple[int, PopulationRow]]] = {}
    for number, row in enumerate(pack.population):
        rows.setdefault(row.area, []).append((number, row))
    return {area: PopulationOfArea(area, found) for area, found in rows.items()}


def population_of_area(pack: Pack, area: str) -> PopulationOfArea:
    """One area's rows; none where the series does not name it."""
    return population_by_area(pack).get(area, PopulationOfArea(area, ()))


def client_histories(pack: Pack) -> dict[tuple[str, str, str], dict[int, float]]:
    """People with a service by year, for each area, service and group."""
    found: dict[tuple[str, str, str], dict[int, float]] = {}
    for row in pack.clients:
        found.setdefault((row.area, row.service, row.group), {})[row.year] = float(row.people)
    return found


def exactly(number: float) -> Fraction:
    """A projection as a fraction, to the millionth: beyond that float64 says nothing."""
    return Fraction(str(round(float(number), 6)))
