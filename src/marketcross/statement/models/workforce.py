"""kind = "workforce": jobs, vacancies, people who leave, and shares of the workforce as people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded, percent_of
from marketcross.engine.projection.workforce import above_comparator, leavers, turnover, vacancies
from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import as_table_of, refuse
from marketcross.statement.models.building import Building, Cell
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_figure


@dataclass(frozen=True, kw_only=True)
class Asked:
    jobs: Annotated[Input, as_figure]
    vacancy_rate: Annotated[Input | None, as_figure] = None
    vacancy_rate_comparator: Annotated[Input | None, as_figure] = None
    turnover_rate: Annotated[Input | None, as_figure] = None
    leavers: Annotated[Input | None, as_figure] = None
    shares: Annotated[Mapping[str, Input], as_table_of(as_figure)] = field(default_factory=dict)


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    _check(asked)
    rows: list[list[Cell]] = [["Jobs", building.add("jobs", "Jobs", asked.jobs.bounded, "jobs", (asked.jobs,))]]
    rows += [*_vacancies(building, asked), *_turnover(building, asked)]
    for name, share in asked.shares.items():
        people = percent_of(asked.jobs.bounded, share.bounded)
        rows.append(_row(building, name, share.label, people, "people", asked.jobs, share))
    return building.finished(["What", "Number"], rows, printed)


def _check(asked: Asked) -> None:
    rates = {
        "vacancy_rate": asked.vacancy_rate,
        "vacancy_rate_comparator": asked.vacancy_rate_comparator,
        "turnover_rate": asked.turnover_rate,
        **asked.shares,
    }
    for name, rate in rates.items():
        if rate and rate.unit != "percent":
            raise refuse(f"{name} must be in percent, not {rate.unit}", name)
    if asked.turnover_rate and asked.leavers:
        raise refuse("give turnover_rate or leavers, one of the two: each gives the other", "leavers")


def _row(building: Building, name: str, label: str, value: Bounded, unit: str, *inputs: Input) -> list[Cell]:
    return [label, building.add(name, label, value, unit, inputs)]


def _vacancies(building: Building, asked: Asked) -> list[list[Cell]]:
    jobs, rate, theirs = asked.jobs, asked.vacancy_rate, asked.vacancy_rate_comparator
    if not rate:
        return []
    empty = vacancies(jobs.bounded, rate.bounded)
    rows = [_row(building, "vacancies", "Jobs that nobody holds", empty, "jobs", jobs, rate)]
    if theirs:
        at_theirs = vacancies(jobs.bounded, theirs.bounded)
        more = above_comparator(jobs.bounded, rate.bounded, theirs.bounded)
        label = "Jobs that nobody would hold at the comparator's rate"
        rows.append(_row(building, "vacancies_at_comparator", label, at_theirs, "jobs", jobs, theirs))
        label = "More empty jobs than at the comparator's rate"
        rows.append(_row(building, "vacancies_above_comparator", label, more, "jobs", jobs, rate, theirs))
    return rows


def _turnover(building: Building, asked: Asked) -> list[list[Cell]]:
    """Leavers from the rate, or the rate from leavers, of the filled jobs (all jobs, where vacancies are unknown)."""
    jobs, vacant = asked.jobs, asked.vacancy_rate
    empty = vacant.bounded if vacant else Bounded.exactly(0)
    known = [vacant] if vacant else []
    if asked.turnover_rate:
        left = leavers(jobs.bounded, empty, asked.turnover_rate.bounded)
        inputs = (jobs, asked.turnover_rate, *known)
        return [_row(building, "leavers", "People who leave in a year", left, "people", *inputs)]
    if asked.leavers:
        percent = turnover(asked.leavers.bounded, jobs.bounded, empty)
        inputs = (asked.leavers, jobs, *known)
        return [_row(building, "turnover_rate", "Turnover in a year", percent, "percent", *inputs)]
    return []
