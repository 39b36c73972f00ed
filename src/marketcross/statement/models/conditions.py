"""kind = "conditions": rates by sex and age band on the population, from the pack's series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded
from marketcross.engine.projection.conditions import BandsDoNotLineUpError, ConditionDemand, project_conditions
from marketcross.engine.projection.money import change, change_percent
from marketcross.engine.projection.population import PopulationError
from marketcross.statement.computed import ModelResult, Ref
from marketcross.statement.models.asking import Complaint, UnusableError
from marketcross.statement.models.building import UNKNOWN_RANGE, Building, Cell, slug, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.population import years_along
from marketcross.statement.models.series import POPULATION, RATES, exactly, population_of, rates_of
from marketcross.statement.models.values import as_flag, as_positive, as_texts, as_wholes
from marketcross.statement.pack import Pack

SOURCES = (POPULATION, RATES)


@dataclass(frozen=True, kw_only=True)
class Asked:
    conditions: Annotated[Sequence[str], as_texts] = ()
    years: Annotated[Sequence[int], as_wholes] = ()
    areas: Annotated[Sequence[str], as_texts] = ()
    split_uniform: Annotated[bool, as_flag] = False
    population_precision: Annotated[Fraction | None, as_positive] = None
    rate_precision: Annotated[Fraction | None, as_positive] = None


@dataclass(frozen=True)
class _Demand:
    """The projection at the printed values and, where the precision of both series is known, at both ends."""

    middle: ConditionDemand
    low: ConditionDemand | None
    high: ConditionDemand | None

    def of(self, area: str, year: int, condition: str) -> Bounded:
        low, high = (None if end is None else _cell(end, area, year, condition) for end in (self.low, self.high))
        return Bounded(_cell(self.middle, area, year, condition), low, high)


def _cell(demand: ConditionDemand, area: str, year: int, condition: str) -> Fraction:
    at = demand.areas.index(area), demand.years.index(year), demand.conditions.index(condition)
    return exactly(demand.people[at])


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    _check(building.pack, asked)
    demand = _project(building.pack, asked)
    conditions, areas = asked.conditions or demand.middle.conditions, asked.areas or demand.middle.areas
    years = sorted(asked.years) or list(demand.middle.years)
    table = [
        _row(building, demand, condition, area, years, several=len(areas) > 1)
        for condition in conditions
        for area in areas
    ]
    columns = ["People with", *(["Place"] if len(areas) > 1 else []), *map(str, years)]
    columns += [f"Change {years[0]} to {years[-1]}"] if len(years) > 1 else []
    if building.chart and len(areas) == 1:
        columns, table = years_along(columns, table, len(years))
    splits = " ".join(f"{split}." for split in demand.middle.splits)
    note = f"{splits} {'' if demand.low else UNKNOWN_RANGE}".strip()
    return building.finished(columns, table, printed, note)


def _check(pack: Pack, asked: Asked) -> None:
    """Everything that the model names stands in the series."""
    known: dict[str, set[str] | set[int]] = {
        "conditions": {row.condition for row in pack.rates},
        "years": {row.year for row in pack.population},
        "areas": {row.area for row in pack.population},
    }
    complaints: list[Complaint] = [
        ((name,), f"{name}: the series have no {', '.join(missing)}")
        for name, there in known.items()
        if (missing := [str(one) for one in getattr(asked, name) if one not in there])
    ]
    if not pack.population or not pack.rates:
        complaints.append((("kind",), f"needs {POPULATION} and {RATES}"))
    if complaints:
        raise UnusableError(*complaints)


def _project(pack: Pack, asked: Asked) -> _Demand:
    middle = _at(pack, asked, Fraction(0), Fraction(0))
    if asked.population_precision is None or asked.rate_precision is None:
        return _Demand(middle, None, None)
    people, rate = asked.population_precision / 2, asked.rate_precision / 2
    return _Demand(middle, _at(pack, asked, -people, -rate), _at(pack, asked, people, rate))


def _at(pack: Pack, asked: Asked, people: Fraction, rate: Fraction) -> ConditionDemand:
    """Project with every cell and every rate moved by so much, as far as people and rates can go."""
    rows = [row for row in pack.rates if not asked.conditions or row.condition in asked.conditions]
    try:
        population = population_of(pack.population, lambda row: max(Fraction(0), row.people + people))
        rates = rates_of(rows, lambda row: min(Fraction(1), max(Fraction(0), row.rate + rate)))
        return project_conditions(population, rates, split_uniform=asked.split_uniform)
    except BandsDoNotLineUpError as error:
        told = [misfit.message.replace("--split-uniform", "split_uniform = true") for misfit in error.misfits]
        raise UnusableError(*((("kind",), message) for message in told)) from None
    except PopulationError as error:
        raise UnusableError(*((("kind",), message) for message in error.problems)) from None


def _row(
    building: Building, demand: _Demand, condition: str, area: str, years: Sequence[int], *, several: bool
) -> list[Cell]:
    ending = "" if area == building.pack.area_code or not several else f"_{slug(area)}"
    found = {year: demand.of(area, year, condition) for year in years}
    cells: list[Cell] = [
        _add(building, f"{slug(condition)}_{year}{ending}", condition, "People with", found[year], "people", year, area)
        for year in years
    ]
    return [
        words(condition),
        *([_place(building.pack, area)] if several else []),
        *cells,
        *_change(building, condition, area, found, ending),
    ]


def _change(building: Building, condition: str, area: str, found: Mapping[int, Bounded], ending: str) -> list[Ref]:
    if len(found) < 2:
        return []
    first, *_, last = found
    period, name = f"{first} to {last}", slug(condition)
    more = change(found[last], found[first])
    made = [_add(building, f"{name}_change{ending}", condition, "Change in people with", more, "people", period, area)]
    if found[first].value:
        percent = change_percent(found[last], found[first])
        name = f"{name}_change_percent{ending}"
        _add(building, name, condition, "Change in people with", percent, "percent", period, area)
    return made


def _add(
    building: Building, name: str, condition: str, what: str, value: Bounded, unit: str, period: int | str, area: str
) -> Ref:
    label = f"{what} {words(condition).lower()}"
    if area != building.pack.area_code:
        label += f", {_place(building.pack, area)}"
    return building.add(name, label, value, unit, SOURCES, period=str(period), area=area)


def _place(pack: Pack, area: str) -> str:
    names = {locality.id: locality.name for locality in pack.localities} | {pack.area_code: pack.area_name}
    return names.get(area, area)
