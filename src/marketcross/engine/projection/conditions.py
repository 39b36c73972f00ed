"""How many people have a condition: rates by sex and age band on a population, in float64. docs/method/conditions.md.

Each band of the population becomes one row of weights, one column for each condition; the whole projection is then
one multiplication of two blocks of numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np

from marketcross.engine.projection.joining import Joined, join_bands
from marketcross.engine.projection.population import Numbers, Population, SexBand


@dataclass(frozen=True, slots=True)
class Rate:
    """The share (0 to 1) of the people of one sex and age band who have a condition."""

    condition: str
    band: SexBand
    rate: float


@dataclass(frozen=True, slots=True)
class Split:
    """A population band that was cut, as if all its ages had equally many people."""

    band: SexBand
    condition: str
    rate_bands: tuple[SexBand, ...]

    def __str__(self) -> str:
        cut = ", ".join(map(str, self.rate_bands))
        return f"{self.band} was split evenly over its ages to meet the rates of {self.condition} ({cut})"


class Misfit(NamedTuple):
    """A band of the population (or, ``in_rates``, of the rates) that cannot be joined, with why and what to do."""

    band: SexBand
    in_rates: bool
    message: str


class BandsDoNotLineUpError(ValueError):
    """Population and rates cannot be joined. ``misfits`` names each band and each condition."""

    def __init__(self, misfits: Sequence[Misfit]) -> None:
        super().__init__("\n".join(misfit.message for misfit in misfits))
        self.misfits = tuple(misfits)


@dataclass(frozen=True, slots=True)
class ConditionDemand:
    """``people`` has the axes area, year, condition; ``splits`` says each assumption that was made."""

    areas: tuple[str, ...]
    years: tuple[int, ...]
    conditions: tuple[str, ...]
    people: Numbers
    splits: tuple[Split, ...]


def project_conditions(
    population: Population, rates: Sequence[Rate], *, split_uniform: bool = False
) -> ConditionDemand:
    """People with each condition by area and year.

    Each population band lies inside one rate band of its sex, or outside all and then counts nothing. Otherwise
    raises BandsDoNotLineUpError, or with ``split_uniform`` cuts the band; an open band has no last age and is never
    cut.
    """
    rates = sorted(rates, key=lambda rate: (rate.condition, rate.band.order))
    by_condition = {name: list(group) for name, group in groupby(rates, key=lambda rate: rate.condition)}
    joined = {name: join_bands(population.bands, [rate.band for rate in group]) for name, group in by_condition.items()}
    misfits = [*_mixed_sexes(population, by_condition), *_overlapping(by_condition)]
    for name, group in by_condition.items():
        misfits += _astride(population, name, group, joined[name], split_uniform)
    if misfits:
        raise BandsDoNotLineUpError(misfits)
    weights = np.zeros((len(population.bands), len(joined)))
    for column, (name, group) in enumerate(by_condition.items()):
        weights[:, column] = joined[name].shares @ np.array([rate.rate for rate in group])
    splits = [split for name in joined for split in _splits(population, name, by_condition[name], joined[name])]
    people = population.people @ weights
    return ConditionDemand(population.areas, population.years, tuple(joined), people, tuple(splits))


def _mixed_sexes(population: Population, by_condition: dict[str, list[Rate]]) -> list[Misfit]:
    """Persons never meet male and female: a rate would silently count nobody."""
    by_sex = any(band.sex != "persons" for band in population.bands)
    persons = any(band.sex == "persons" for band in population.bands)
    return [
        Misfit(
            group[0].band,
            True,
            f"rates of {name} and the population name different sexes (persons never mix with male and female); "
            "give rates for the sexes of the population",
        )
        for name, group in by_condition.items()
        if any(by_sex if rate.band.sex == "persons" else persons for rate in group)
    ]


def _overlapping(by_condition: dict[str, list[Rate]]) -> list[Misfit]:
    """Rates in the order of their bands: an overlap shows between neighbours."""
    return [
        Misfit(
            other.band, True, f"rates of {name} for {one.band} and {other.band} name the same ages; keep one of them"
        )
        for name, group in by_condition.items()
        for one, other in pairwise(group)
        if one.band.sex == other.band.sex and one.band.ages.overlaps(other.band.ages)
    ]


def _astride(population: Population, name: str, group: list[Rate], joined: Joined, split_uniform: bool) -> list[Misfit]:
    """Bands that straddle rates and may not be cut."""
    return [
        Misfit(
            band,
            False,
            f"population band {band} does not lie inside one rate band of {name} "
            f"({_named(touching)}); {_remedy(split_uniform)}",
        )
        for band, touching in _cut(population, group, joined)
        if not split_uniform or band.ages.last is None
    ]


def _splits(population: Population, name: str, group: list[Rate], joined: Joined) -> list[Split]:
    return [Split(band, name, touching) for band, touching in _cut(population, group, joined)]


def _cut(population: Population, group: list[Rate], joined: Joined) -> list[tuple[SexBand, tuple[SexBand, ...]]]:
    """Each band that lies neither inside one rate band nor outside all, with the rate bands that it touches."""
    return [
        (population.bands[row], tuple(group[column].band for column in np.flatnonzero(joined.touch[row])))
        for row in np.flatnonzero(joined.astride)
    ]


def _named(bands: Sequence[SexBand]) -> str:
    return ", ".join(map(str, bands))


def _remedy(split_uniform: bool) -> str:
    if split_uniform:
        return "an open band cannot be split: give the population in bands that end where the rates' bands end"
    return "give the population in bands that each lie inside one rate band, or use --split-uniform"
