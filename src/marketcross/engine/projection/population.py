"""People by area, year, sex and age band as one dense block of numbers.

Counts are float64: projections print thousandths of people, and one block of 2.5 million is multiplied at once. Sums
of whole people stay exact up to 2**53.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.vocabulary.age_band import AgeBand

SEXES = ("male", "female", "persons")
_OPEN = -1  # age_to of an open band in a column of whole numbers
_AGES = 256  # more than any age: the base in which sex and ages become one number

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]


class PopulationError(ValueError):
    """Rows that count somebody twice. ``problems`` names all of them."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class SexBand:
    """One sex and the ages of a row, said as 'female 65 to 69'."""

    sex: str
    ages: AgeBand

    @property
    def order(self) -> tuple[int, int, int]:
        return SEXES.index(self.sex), self.ages.first, self.ages.end

    def __str__(self) -> str:
        return f"{self.sex} {self.ages}"


@dataclass(frozen=True, slots=True)
class Population:
    """``people`` and ``given`` have the axes area, year, band; where no row gave a cell it holds 0 people."""

    areas: tuple[str, ...]
    years: tuple[int, ...]
    bands: tuple[SexBand, ...]
    people: Numbers
    given: NDArray[np.bool_]

    def of_ages(self, ages: AgeBand) -> Numbers:
        """People by area and year in the bands that lie within the ages. Bands that straddle them are not counted."""
        inside = [band.ages.within(ages) for band in self.bands]
        block: Numbers = self.people[:, :, np.array(inside, dtype=bool)].sum(axis=2)
        return block

    def straddling(self, ages: AgeBand) -> tuple[SexBand, ...]:
        """Bands that lie partly in the ages and partly outside."""
        return tuple(band for band in self.bands if band.ages.overlaps(ages) and not band.ages.within(ages))


def population_from_columns(
    area_names: Sequence[str], area: Whole, year: Whole, sex: Whole, age_from: Whole, age_to: Whole, people: Numbers
) -> Population:
    """Make the block from columns of equal length, in any order.

    ``area`` numbers the names and ``sex`` numbers SEXES, both from 0; ``age_to`` is inclusive and -1 where open.
    Raises PopulationError where a cell is given twice, bands of one area, year and sex overlap, or persons stand
    beside male and female.
    """
    years, year_code = _coded(year)
    keys, band_code = _coded((sex * _AGES + age_from) * _AGES + (age_to - _OPEN))
    bands = tuple(_band(int(key)) for key in keys)
    shape = (len(area_names), len(years), len(bands))
    cell = (area * shape[1] + year_code) * shape[2] + band_code
    # Each cell is set, not added to: a second row for it is an error and shows as a cell too few.
    block, given = np.zeros(shape), np.zeros(shape, dtype=bool)
    block.ravel()[cell], given.ravel()[cell] = people, True
    population = Population(tuple(area_names), tuple(int(one) for one in years), bands, block, given)
    twice = _given_twice(population, cell) if np.count_nonzero(given) < len(cell) else []
    if problems := [*twice, *_counted_twice(population)]:
        raise PopulationError(problems)
    return population


def _coded(values: Whole) -> tuple[Whole, Whole]:
    """The distinct values in order and each row's place among them, without sorting the rows."""
    if not len(values):
        return values, values
    least = int(values.min())
    present = np.zeros(int(values.max()) - least + 1, dtype=bool)
    present[values - least] = True
    return np.flatnonzero(present) + least, (np.cumsum(present) - 1)[values - least]


def _band(key: int) -> SexBand:
    rest, last = divmod(key, _AGES)
    sex, first = divmod(rest, _AGES)
    return SexBand(SEXES[sex], AgeBand(first, None if last + _OPEN == _OPEN else last + _OPEN))


def _given_twice(population: Population, cell: Whole) -> list[str]:
    times = np.bincount(cell, minlength=population.people.size).reshape(population.people.shape)
    return [
        f"{population.areas[a]} {population.years[y]}: {population.bands[b]} is given {times[a, y, b]} times; keep one"
        for a, y, b in np.argwhere(times > 1)
    ]


def _counted_twice(population: Population) -> list[str]:
    """Pairs of bands that hold the same people: ages overlap, and the sexes are equal or one is persons."""
    return [
        f"{population.areas[a]} {population.years[y]}: {one} and {other} hold the same people; keep one of them"
        for (i, one), (j, other) in combinations(enumerate(population.bands), 2)
        if one.ages.overlaps(other.ages) and (one.sex == other.sex or "persons" in (one.sex, other.sex))
        for a, y in np.argwhere(population.given[:, :, i] & population.given[:, :, j])
    ]
