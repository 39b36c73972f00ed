"""Everything that a pack's series allow to be projected: people with conditions, and people with services.

Projections are float64, written to the millionth and not rounded to whole people, so that they still add up; whoever
whoever prints one rounds it then.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

import numpy as np

from marketcross.engine.projection.clients import HistoryTooShortError, Method, project_clients
from marketcross.engine.projection.conditions import BandsDoNotLineUpError, Misfit, project_conditions
from marketcross.engine.vocabulary.age_band import AgeBand, age_band_named
from marketcross.statement.models.series import (
    POPULATION,
    RATES,
    BandsStraddleError,
    client_history,
    people_of_ages,
    population_of,
    rates_of,
)
from marketcross.statement.pack import Pack
from marketcross.statement.reading.problems import PackErrors, Problem

DEMAND_COLUMNS = ("area", "year", "condition", "people")
CLIENT_COLUMNS = ("area", "year", "service", "group", "method", "people")
ALL_AGES = AgeBand(0)

DemandRow = tuple[str, int, str, float]
ClientRow = tuple[str, int, str, str, str, float]


@dataclass(frozen=True, slots=True)
class Projected:
    """Both tables, sorted by their columns, and what was assumed or left out, in sentences."""

    demand: tuple[DemandRow, ...]
    clients: tuple[ClientRow, ...]
    notes: tuple[str, ...]


def project_pack(pack: Pack, *, split_uniform: bool = False) -> Projected:
    """Raises PackErrors where bands do not line up, or where the pack has nothing to project."""
    if not pack.population:
        message = "is missing or has no rows, so nothing can be projected: add people by area, year, sex and age band"
        raise PackErrors((Problem(POPULATION, 1, message),))
    problems: list[Problem] = []
    demand, notes = _demand(pack, split_uniform, problems)
    clients, more = _clients(pack, split_uniform, problems)
    if problems:
        raise PackErrors(tuple(sorted(dict.fromkeys(problems))))
    return Projected(tuple(sorted(demand)), tuple(sorted(clients)), tuple(dict.fromkeys([*notes, *more])))


def _demand(pack: Pack, split_uniform: bool, problems: list[Problem]) -> tuple[list[DemandRow], list[str]]:
    population = population_of(pack.population)
    try:
        made = project_conditions(population, rates_of(pack.rates), split_uniform=split_uniform)
    except BandsDoNotLineUpError as error:
        problems += [_problem(pack, misfit) for misfit in error.misfits]
        return [], []
    given = np.any(population.given, axis=2)
    rows = [
        (area, year, condition, float(made.people[a, y, c]))
        for a, area in enumerate(made.areas)
        for y, year in enumerate(made.years)
        if given[a, y]
        for c, condition in enumerate(made.conditions)
    ]
    notes = [f"{split}." for split in made.splits]
    return rows, notes if made.conditions else [f"{RATES} has no rows, so no condition is projected."]


def _problem(pack: Pack, misfit: Misfit) -> Problem:
    """A band that does not fit, at the first row that has it."""
    file, rows = (RATES, pack.rates) if misfit.in_rates else (POPULATION, pack.population)
    band = misfit.band
    same = ((row.sex, AgeBand(row.age_from, row.age_to)) == (band.sex, band.ages) for row in rows)
    at = next((number for number, found in enumerate(same) if found), 0)
    return Problem(file, _line(pack, file, at), misfit.message)


def _line(pack: Pack, file: str, row: int) -> int:
    """The line of a row counted from 0: rows may span lines, so the file is read once more."""
    with (pack.path / file).open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        lines = [(reader.line_num, cells) for cells in reader]
    filled = [number for number, cells in lines if any(cells)]
    return filled[row + 1] if row + 1 < len(filled) else 1


def _clients(pack: Pack, split_uniform: bool, problems: list[Problem]) -> tuple[list[ClientRow], list[str]]:
    """Every service and group of every area, by every method that its history allows."""
    rows: list[ClientRow] = []
    notes: list[str] = []
    for area, service, group in dict.fromkeys((row.area, row.service, row.group) for row in pack.clients):
        ages = age_band_named(group) or ALL_AGES
        who = f"{area}, {service}, {group or 'everybody'}"
        try:
            people = people_of_ages(pack, area, ages, split_uniform=split_uniform)
        except BandsStraddleError as error:
            problems.append(Problem(POPULATION, _line(pack, POPULATION, error.row), f"{error} (needed for {who})"))
            continue
        if split_uniform and (cut := _cut(pack, area, ages)):
            notes.append(f"{who}: population bands {', '.join(cut)} were split evenly over their ages.")
        if group and ages is ALL_AGES:
            notes.append(f"{who}: the group names no ages, so the method population takes people of all ages.")
        rows += _by_methods(pack, (area, service, group), {year: float(n) for year, n in people.items()}, who, notes)
    return rows, notes


def _cut(pack: Pack, area: str, ages: AgeBand) -> list[str]:
    """Bands that straddle the ages."""
    bands = {AgeBand(row.age_from, row.age_to): None for row in pack.population if row.area == area}
    return [str(band) for band in bands if band.overlaps(ages) and not band.within(ages)]


def _by_methods(
    pack: Pack, key: tuple[str, str, str], people: dict[int, float], who: str, notes: list[str]
) -> Iterator[ClientRow]:
    history = client_history(pack, *key)
    today = max(history)
    years = [year for year in sorted(people) if year > today]
    if not years:
        notes.append(f"{who}: not projected, because {POPULATION} has no year after {today} for {key[0]}.")
        return
    left_out = []
    for method in Method:
        try:
            made = project_clients(method, history, years, people)
        except HistoryTooShortError as error:
            left_out.append(str(error))
            continue
        yield from ((key[0], year, *key[1:], method.value, projected.people) for year, projected in made.items())
    if left_out:
        notes.append(f"{who}: {'; '.join(left_out)}.")
    if today not in people and today > min(people):
        notes.append(f"{who}: people of {today} are taken from the straight line between the years of {POPULATION}.")


def files_of(projected: Projected) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files of a projection."""
    yield "demand.csv", _csv(DEMAND_COLUMNS, projected.demand)
    yield "clients.csv", _csv(CLIENT_COLUMNS, projected.clients)
    yield "notes.txt", "".join(f"{note}\n" for note in projected.notes).encode()


def _csv(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([*keys, _decimal(people)] for *keys, people in rows)
    return text.getvalue().encode()


def _decimal(number: object) -> str:
    """To the millionth, without noughts that say nothing: 8354.5."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
