"""People with each service, by every method that the history allows."""

from collections.abc import Iterator
from typing import NamedTuple

from marketcross.engine.projection.clients import HistoryTooShortError, Method, project_clients
from marketcross.engine.vocabulary.age_band import AgeBand, age_band_named
from marketcross.statement.models.series import (
    POPULATION,
    BandsStraddleError,
    PopulationOfArea,
    client_histories,
    population_by_area,
)
from marketcross.statement.pack import Pack
from marketcross.statement.projecting.lines import line_of_row
from marketcross.statement.projecting.projected import ClientRow
from marketcross.statement.reading.problems import Problem

ALL_AGES = AgeBand(0)


class Clients(NamedTuple):
    """One group of people with one service."""

    area: str
    service: str
    group: str

    def __str__(self) -> str:
        return f"{self.area}, {self.service}, {self.group or 'everybody'}"


def project_every_client(pack: Pack, split_uniform: bool, problems: list[Problem]) -> tuple[list[ClientRow], list[str]]:
    """Rows, and notes on what was assumed and left out; bands that do not line up go to ``problems``."""
    areas = population_by_area(pack)
    rows: list[ClientRow] = []
    notes: list[str] = []
    for key, history in client_histories(pack).items():
        who, population = Clients(*key), areas.get(key[0], PopulationOfArea(key[0], ()))
        ages = age_band_named(who.group) or ALL_AGES
        try:
            people = population.of_ages(ages, split_uniform=split_uniform)
        except BandsStraddleError as error:
            line = line_of_row(pack, POPULATION, error.row)
            problems.append(Problem(POPULATION, line, f"{error} (needed for {who})"))
            continue
        if split_uniform and (cut := population.astride(ages)):
            notes.append(f"{who}: population bands {', '.join(cut)} were split evenly over their ages.")
        if who.group and ages is ALL_AGES:
            notes.append(f"{who}: the group names no ages, so the method population takes people of all ages.")
        rows += _by_methods(who, history, {year: float(number) for year, number in people.items()}, notes)
    return rows, notes


def _by_methods(
    who: Clients, history: dict[int, float], people: dict[int, float], notes: list[str]
) -> Iterator[ClientRow]:
    """Every year of the population after the last count."""
    today = max(history)
    years = [year for year in sorted(people) if year > today]
    if not years:
        notes.append(f"{who}: not projected, because {POPULATION} has no year after {today} for {who.area}.")
        return
    left_out = []
    for method in Method:
        try:
            made = project_clients(method, history, years, people)
        except HistoryTooShortError as error:
            left_out.append(str(error))
            continue
        for year, projected in made.items():
            yield who.area, year, who.service, who.group, method.value, projected.people
    if left_out:
        notes.append(f"{who}: {'; '.join(left_out)}.")
    if today not in people and today > min(people):
        notes.append(f"{who}: people of {today} are taken from the straight line between the years of {POPULATION}.")
