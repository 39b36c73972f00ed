"""kind = "population": people by age group, now and ahead, from series/population.csv."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded
from marketcross.engine.projection.money import change, change_percent
from marketcross.engine.vocabulary.age_band import AgeBand
from marketcross.statement.computed import ModelResult, Ref
from marketcross.statement.models.asking import Called, as_rows, each_row, refuse
from marketcross.statement.models.building import UNKNOWN_RANGE, Building, Cell, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.series import POPULATION, BandsStraddleError, population_of_area
from marketcross.statement.models.values import as_positive, as_text, as_whole, as_wholes


@dataclass(frozen=True, kw_only=True)
class Ages:
    """Ages as models.toml says them; ``last`` is inclusive, None when open."""

    first: Annotated[int, as_whole, Called("from")]
    last: Annotated[int | None, as_whole, Called("to")] = None

    @property
    def ages(self) -> AgeBand:
        try:
            return AgeBand(self.first, self.last)
        except ValueError as error:
            raise refuse(str(error), "from") from None


@dataclass(frozen=True, kw_only=True)
class Band(Ages):
    id: Annotated[str, as_text]
    label: Annotated[str, as_text] = ""

    @property
    def title(self) -> str:
        return self.label or words(self.id)


@dataclass(frozen=True, kw_only=True)
class Asked:
    band: Annotated[Sequence[Band], as_rows(Band, "[[model.band]]")]
    years: Annotated[Sequence[int], as_wholes] = ()
    area: Annotated[str, as_text] = ""
    precision: Annotated[Fraction | None, as_positive] = None


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    area = asked.area or building.pack.area_code
    years = _years(building, asked, area)
    table = each_row("band", asked.band, lambda band: _row(building, asked, band, area, years))
    first, last = years[0], years[-1]
    columns = ["People", *map(str, years)]
    columns += [f"Change {first} to {last}", f"Change {first} to {last}, percent"] if first != last else []
    if building.chart:
        columns, table = years_along(columns, table, len(years))
    return building.finished(columns, table, printed, "" if asked.precision else UNKNOWN_RANGE)


def years_along(
    columns: Sequence[str], table: Sequence[Sequence[Cell]], years: int
) -> tuple[list[str], list[list[Cell]]]:
    """The table turned for a chart: a row for each year, a column for each line of it, changes left out."""
    turned = [[columns[at], *(row[at] for row in table)] for at in range(1, years + 1)]
    return ["Year", *(str(row[0]) for row in table)], turned


def _years(building: Building, asked: Asked, area: str) -> list[int]:
    known = sorted({row.year for row in building.pack.population if row.area == area})
    if not known:
        raise refuse(f"{POPULATION} has no rows for area {area}", "area")
    if missing := [year for year in asked.years if year not in known]:
        raise refuse(f"{POPULATION} has no rows for {area} in {', '.join(map(str, missing))}", "years")
    return sorted(asked.years) or known


def _row(building: Building, asked: Asked, band: Band, area: str, years: Sequence[int]) -> list[Cell]:
    found = _people(building, asked, band, area, years)
    cells: list[Cell] = [
        building.add(
            f"{band.id}_{year}",
            f"People, {band.title}",
            found[year],
            "people",
            (POPULATION,),
            period=str(year),
            area=area,
        )
        for year in years
    ]
    return [band.title, *cells, *_change(building, band, area, found)] if len(years) > 1 else [band.title, *cells]


def _people(building: Building, asked: Asked, band: Band, area: str, years: Sequence[int]) -> dict[int, Bounded]:
    """People by year, with the range that rounding each row of the series leaves where ``precision`` says it."""
    try:
        people = population_of_area(building.pack, area).of_ages(band.ages)
    except BandsStraddleError as error:
        raise refuse(str(error), "from") from None
    if missing := [year for year in years if year not in people]:
        raise refuse(f"{POPULATION}: no people of ages {band.ages} in {', '.join(map(str, missing))}", "from")
    if asked.precision is None:
        return {year: Bounded(people[year], None, None) for year in years}
    rows = {year: population_of_area(building.pack, area).rows_of(band.ages, year) for year in years}
    half = {year: asked.precision / 2 * rows[year] for year in years}
    return {year: Bounded(people[year], people[year] - half[year], people[year] + half[year]) for year in years}


def _change(building: Building, band: Band, area: str, found: Mapping[int, Bounded]) -> list[Ref]:
    first, *_, last = found
    period, label = f"{first} to {last}", f"Change in people, {band.title}"
    more = change(found[last], found[first])
    made = [building.add(f"{band.id}_change", label, more, "people", (POPULATION,), period=period, area=area)]
    if found[first].value:
        percent = change_percent(found[last], found[first])
        name = f"{band.id}_change_percent"
        made.append(building.add(name, label, percent, "percent", (POPULATION,), period=period, area=area))
    return made
