"""kind = "clients": people with a service, by three methods side by side, from the pack's series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded, monotone
from marketcross.engine.projection.clients import (
    HistoryTooShortError,
    Method,
    Projected,
    back_test,
    on_the_line,
    project_clients,
)
from marketcross.engine.vocabulary.age_band import AgeBand, age_band_named
from marketcross.statement.computed import ModelResult, Ref
from marketcross.statement.models.asking import Called, refuse
from marketcross.statement.models.building import Building, Cell, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.series import (
    CLIENTS,
    POPULATION,
    BandsStraddleError,
    client_histories,
    exactly,
    population_of_area,
)
from marketcross.statement.models.values import as_positive, as_text, as_texts, as_whole, as_wholes

BACK_TEST_COUNTS = 5

SAID = {
    Method.POPULATION: "today's rate on the population to come",
    Method.LINEAR: "the straight line through the counts",
    Method.DAMPED: "the trend, fading",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    service: Annotated[str, as_text]
    group: Annotated[str, as_text] = ""
    area: Annotated[str, as_text] = ""
    first: Annotated[int | None, as_whole, Called("from")] = None
    last: Annotated[int | None, as_whole, Called("to")] = None
    years: Annotated[Sequence[int], as_wholes] = ()
    methods: Annotated[Sequence[str], as_texts] = ()
    count_precision: Annotated[Fraction | None, as_positive] = None
    population_precision: Annotated[Fraction | None, as_positive] = None


@dataclass(frozen=True)
class _Series:
    """What is known: counts and, where the group's ages are, its population."""

    area: str
    counts: Mapping[int, float]
    people: Mapping[int, float]
    years: Sequence[int]


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    series = _series(building, asked)
    found: dict[Method, Mapping[int, Projected]] = {}
    left_out: list[str] = []
    for method in _methods(asked):
        try:
            found[method] = project_clients(method, series.counts, series.years, series.people)
        except HistoryTooShortError as error:
            if asked.methods:
                raise refuse(str(error), "methods") from None
            left_out.append(f"Left out: {error}.")
    if not found:
        raise refuse(" ".join(left_out), "service")
    table: list[list[Cell]] = [
        [str(year), *(_add(building, asked, series, method, year, ahead[year]) for method, ahead in found.items())]
        for year in series.years
    ]
    tests: list[Cell] = [_back_test(building, asked, series, method) for method in found]
    if any(tests):
        table.append(["Miss one year ahead, when tried on past years", *tests])
    return building.finished(["Year", *(_heading(method) for method in found)], table, printed, _note(found, left_out))


def _methods(asked: Asked) -> list[Method]:
    if strange := [name for name in asked.methods if name not in list(Method)]:
        raise refuse(f"no method is called {', '.join(strange)}: there are {', '.join(Method)}", "methods")
    return [Method(name) for name in asked.methods] or list(Method)


def _series(building: Building, asked: Asked) -> _Series:
    area = asked.area or building.pack.area_code
    counts = client_histories(building.pack).get((area, asked.service, asked.group), {})
    if not counts:
        raise refuse(f"{CLIENTS} has no rows for {area}, service '{asked.service}', group '{asked.group}'", "service")
    people = _population(building, asked, area)
    years = sorted(asked.years) or [year for year in sorted(people) if year > max(counts)]
    if not years:
        raise refuse(f"say which years to project: {POPULATION} has none after {max(counts)}", "years")
    return _Series(area, counts, people, years)


def _population(building: Building, asked: Asked, area: str) -> Mapping[int, float]:
    """The group's people by year; nothing where neither the keys nor the group's name say its ages."""
    try:
        ages = _ages(asked)
        people = population_of_area(building.pack, area).of_ages(ages) if ages else {}
    except (BandsStraddleError, ValueError) as error:
        raise refuse(str(error), "from") from None
    return {year: float(number) for year, number in people.items()}


def _ages(asked: Asked) -> AgeBand | None:
    """Ages that the keys say, or that the group's name says; everybody where the group has no name."""
    if asked.first is not None:
        return AgeBand(asked.first, asked.last)
    return age_band_named(asked.group) if asked.group else AgeBand(0)


def _add(building: Building, asked: Asked, series: _Series, method: Method, year: int, made: Projected) -> Ref:
    ends = [None if end is None else exactly(end) for end in (made.low, made.high)]
    note = "The range holds 95 of 100 outcomes if the method is right." if made.low is not None else ""
    value = Bounded(exactly(made.people), *ends)
    if method is Method.POPULATION:
        value = _range_of_rounding(building, asked, series, year) or value
    return building.add(
        f"{method}_{year}",
        f"{_who(asked)}: people, by {SAID[method]}",
        value,
        "people",
        (CLIENTS, POPULATION) if method is Method.POPULATION else (CLIENTS,),
        period=str(year),
        area=series.area,
        group=asked.group,
        note=note,
    )


def _range_of_rounding(building: Building, asked: Asked, series: _Series, year: int) -> Bounded | None:
    """Today's rate on the population to come once more, with the range of the rounding of all three, where it is known.

    Between the years of the series the ends of a line would count twice, so no range is given there.
    """
    today = max((one for one in series.counts if on_the_line(series.people, one)), default=None)
    ages = _ages(asked)
    if today is None or ages is None or not (asked.count_precision and asked.population_precision):
        return None
    if today not in series.people or year not in series.people:
        return None
    half, rows = asked.population_precision / 2, population_of_area(building.pack, series.area)
    then, later = (_rounded(series.people[when], half * rows.rows_of(ages, when)) for when in (today, year))
    count = _rounded(series.counts[today], asked.count_precision / 2)
    return monotone(lambda n, before, after: n * after / before, "+-+", count, then, later)


def _rounded(number: float, half: Fraction) -> Bounded:
    value = exactly(number)
    return Bounded(value, max(Fraction(0), value - half), value + half)


def _back_test(building: Building, asked: Asked, series: _Series, method: Method) -> Cell:
    if len(series.counts) < BACK_TEST_COUNTS:
        return ""
    tried = back_test(method, series.counts, series.people)
    if tried is None:
        return ""
    label = f"{_who(asked)}, by {SAID[method]}: mean miss one year ahead"
    value = Bounded(exactly(tried.percent), None, None)
    note = f"Tried on {tried.trials} past years, each time with the counts up to then only."
    return building.add(
        f"back_test_{method}", label, value, "percent", (CLIENTS,), area=series.area, group=asked.group, note=note
    )


def _who(asked: Asked) -> str:
    service = words(asked.service)
    return f"{service}, {asked.group}" if asked.group else service


def _heading(method: Method) -> str:
    said = SAID[method]
    return said[:1].upper() + said[1:]


def _note(found: Mapping[Method, object], left_out: Sequence[str]) -> str:
    ranges = "The range of the fading trend is a 95% prediction interval; the other methods give none."
    return " ".join([*([ranges] if Method.DAMPED in found else []), *left_out])
