"""kind = "gap": waiting, vacancies and shortfall of a service by month, as things are and in scenarios."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from marketcross.engine.projection.bounded import Bounded
from marketcross.statement.computed import ModelResult, Ref
from marketcross.statement.models.building import Building, Cell
from marketcross.statement.models.gap.asked import AS_IT_IS, SHOWN, Asked, Displaced, Scenario, check
from marketcross.statement.models.gap.known import Known, known_inputs
from marketcross.statement.models.gap.running import RANGED, Run, bounded_at, run_scenario
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.months import month_words, months_after

__all__ = ["Asked", "compute"]

HALF_A_PERSON = 0.5

RESULTS = {
    "waiting": "People waiting",
    "placed": "People with a place",
    "vacancies": "Places that nobody holds",
    "shortfall": "People waiting for whom there is no place",
}


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    check(asked)
    known = known_inputs(building, asked)
    months = [month for month in (asked.show or SHOWN) if month <= asked.months]
    scenarios = [AS_IT_IS, *asked.scenario]
    rows: list[list[Cell]] = []
    for scenario in scenarios:
        run = run_scenario(asked, known, scenario)
        before = [scenario.title] if asked.scenario else []
        rows += [[*before, *_row(building, asked, known, scenario, run, month)] for month in months]
        _first_shortfall(building, asked, known, scenario, run)
    columns = [*(["What if"] if asked.scenario else []), "Month", *RESULTS.values()]
    if building.chart:
        columns, rows = _lines(building, asked, scenarios, months)
    return building.finished(columns, rows, printed, _note(asked))


def _lines(
    building: Building, asked: Asked, scenarios: Sequence[Scenario], months: Sequence[int]
) -> tuple[list[str], list[list[Cell]]]:
    """For a chart: a row for each month, and a line of people waiting for each scenario."""
    rows: list[list[Cell]] = [
        [month_words(months_after(asked.start, month - 1))]
        + [Ref(f"{building.id}.{_prefix(scenario)}waiting_{month}") for scenario in scenarios]
        for month in months
    ]
    return ["Month", *(scenario.title for scenario in scenarios)], rows


def _row(building: Building, asked: Asked, known: Known, scenario: Scenario, run: Run, month: int) -> list[Cell]:
    calendar = months_after(asked.start, month - 1)
    cells: list[Cell] = [
        building.add(
            f"{_prefix(scenario)}{name}_{month}",
            f"{label}{_when(scenario)}",
            bounded_at(run, name, month),
            "places" if name == "vacancies" else "people",
            known.inputs,
            period=calendar,
            note="" if name in RANGED else "No range: it does not move one way with each input.",
        )
        for name, label in RESULTS.items()
    ]
    return [f"{month_words(calendar)} (month {month})", *cells]


def _prefix(scenario: Scenario) -> str:
    return f"{scenario.id}_" if scenario.id else ""


def _when(scenario: Scenario) -> str:
    return f", {scenario.title.lower()}" if scenario.id else ""


def _first_shortfall(building: Building, asked: Asked, known: Known, scenario: Scenario, run: Run) -> None:
    months = np.flatnonzero(run.months.shortfall[0] >= HALF_A_PERSON) + 1
    if len(months):
        first = int(months[0])
        building.add(
            f"{_prefix(scenario)}first_shortfall",
            f"First month in which somebody waits for whom there is no place{_when(scenario)}",
            Bounded(Fraction(first), None, None),
            "rank",
            known.inputs,
            period=months_after(asked.start, first - 1),
            note=f"{month_words(months_after(asked.start, first - 1))}, counted from {month_words(asked.start)} as 1.",
        )


def _note(asked: Asked) -> str:
    """Every assumption that a person made."""
    said = ["A month shows its first moment; month 1 is the start."]
    for one in asked.change:
        when = month_words(months_after(asked.start, one.month - 1))
        said.append(f"{when}: {float(one.gained):+g} places{f' ({one.reason})' if one.reason else ''}.")
    if asked.change:
        said.append(DISPLACED[asked.displaced])
    for scenario in asked.scenario:
        factors = {"arrivals": scenario.arrivals, "length of stay": scenario.length_of_stay, "places": scenario.places}
        parts = [f"{name} x {float(factor):g}" for name, factor in factors.items() if factor != 1]
        parts += ["no places gained or lost"] if not scenario.change else []
        said.append(f"{scenario.title}: {', '.join(parts) or 'nothing else changes'}.")
    return " ".join(said)


DISPLACED = {
    Displaced.WAIT: "People whose places close wait for another.",
    Displaced.STAY: "People whose places close stay until they would have left.",
}
