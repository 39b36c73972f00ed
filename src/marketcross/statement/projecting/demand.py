"""People with each condition, for each area and year of the population."""

import numpy as np

from marketcross.engine.projection.conditions import BandsDoNotLineUpError, Misfit, project_conditions
from marketcross.engine.vocabulary.age_band import AgeBand
from marketcross.statement.models.series import POPULATION, RATES, population_of, rates_of
from marketcross.statement.pack import Pack
from marketcross.statement.projecting.lines import line_of_row
from marketcross.statement.projecting.projected import DemandRow
from marketcross.statement.reading.problems import Problem


def project_demand(pack: Pack, split_uniform: bool, problems: list[Problem]) -> tuple[list[DemandRow], list[str]]:
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
    return Problem(file, line_of_row(pack, file, at), misfit.message)
