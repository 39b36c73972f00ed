"""kind = "gap": waiting, vacancies and shortfall of a service by month, as things are and in scenarios."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.projection.benchmarks import per_of
from marketcross.engine.projection.bounded import Bounded, monotone
from marketcross.engine.projection.gap import STEPS_IN_A_MONTH, GapByMonth, StayTooShortError, project_gap, times
from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import as_rows, as_table, refuse
from marketcross.statement.models.building import Building, Cell, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.months import MONTHS_IN, MonthError, month_words, months_after
from marketcross.statement.models.population import Ages
from marketcross.statement.models.series import POPULATION, BandsStraddleError, exactly, people_of_ages
from marketcross.statement.models.values import (
    as_choice,
    as_figure,
    as_figures,
    as_flag,
    as_number_or_figure,
    as_positive,
    as_text,
    as_whole,
    as_wholes,
)

Numbers = NDArray[np.float64]
ONE = Fraction(1)
LONGEST = 600  # months
DEFAULT_MONTHS = 120
SHOWN = (12, 24, 60, 120)
MONTHS_IN_A_YEAR = 12
HALF_A_PERSON = 0.5


class Displaced(StrEnum):
    """What people do whose places close."""

    WAIT = "wait"
    STAY = "stay"


@dataclass(frozen=True, kw_only=True)
class Change:
    month: Annotated[int, as_whole]
    places: Annotated[Fraction, as_number_or_figure]
    closing: Annotated[bool, as_flag] = False
    reason: Annotated[str, as_text] = ""

    @property
    def gained(self) -> Fraction:
        """Places more, or fewer where it is a closing."""
        return -self.places if self.closing else self.places


@dataclass(frozen=True, kw_only=True)
class Scenario:
    id: Annotated[str, as_text]
    label: Annotated[str, as_text] = ""
    arrivals: Annotated[Fraction, as_positive] = ONE
    length_of_stay: Annotated[Fraction, as_positive] = ONE
    places: Annotated[Fraction, as_positive] = ONE
    change: Annotated[bool, as_flag] = True

    @property
    def title(self) -> str:
        return self.label or words(self.id)


AS_IT_IS = Scenario(id="", label="As things are")


@dataclass(frozen=True, kw_only=True)
class Asked:
    placed: Annotated[Input, as_figures]
    length_of_stay: Annotated[Input, as_figure]
    start: Annotated[str, as_text]
    places: Annotated[Input | None, as_figures] = None
    places_of: Annotated[str, as_text] = ""
    waiting: Annotated[Input | None, as_figures] = None
    arrivals: Annotated[Input | None, as_figures] = None
    arrivals_rate: Annotated[Input | None, as_figure] = None
    population: Annotated[Ages | None, as_table(Ages, "population")] = None
    months: Annotated[int, as_whole] = DEFAULT_MONTHS
    show: Annotated[Sequence[int], as_wholes] = ()
    displaced: Annotated[Displaced, as_choice(Displaced)] = Displaced.WAIT
    change: Annotated[Sequence[Change], as_rows(Change, "[[model.change]]")] = ()
    scenario: Annotated[Sequence[Scenario], as_rows(Scenario, "[[model.scenario]]")] = ()


RESULTS = {
    "waiting": "People waiting",
    "placed": "People with a place",
    "vacancies": "Places that nobody holds",
    "shortfall": "People waiting for whom there is no place",
}


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    _check(asked)
    known = _known(building, asked)
    shown = [month for month in (asked.show or SHOWN) if month <= asked.months]
    scenarios = [AS_IT_IS, *asked.scenario]
    laid_out: list[list[Cell]] = []
    for scenario in scenarios:
        _check_closures(asked, known, scenario)
        run = _run(asked, known, scenario)
        before = [scenario.title] if asked.scenario else []
        laid_out += [[*before, *_row(building, asked, known, scenario, run, month)] for month in shown]
        _first_shortfall(building, asked, known, scenario, run)
    columns = [*(["What if"] if asked.scenario else []), "Month", *RESULTS.values()]
    return building.finished(columns, laid_out, printed, _note(asked))


def _check(asked: Asked) -> None:
    if not 1 <= asked.months <= LONGEST:
        raise refuse(f"months must be 1 to {LONGEST}", "months")
    if late := [one for one in (*asked.show, *(one.month for one in asked.change)) if not 1 <= one <= asked.months]:
        raise refuse(f"months {', '.join(map(str, late))} lie outside 1 to {asked.months}", "months")
    if (asked.places is None) == (not asked.places_of):
        raise refuse("give places (figures) or places_of (a kind of services.csv), one of the two", "places")
    if (asked.arrivals is None) == (asked.arrivals_rate is None):
        raise refuse("give arrivals (people a year) or arrivals_rate with population, one of the two", "arrivals")
    if asked.arrivals_rate and asked.population is None:
        raise refuse("arrivals_rate needs population = { from = ... }", "arrivals_rate")
    if asked.length_of_stay.unit not in MONTHS_IN:
        raise refuse(f"length_of_stay must be in {', '.join(MONTHS_IN)}", "length_of_stay")
    try:
        months_after(asked.start, 0)
    except MonthError as error:
        raise refuse(str(error), "start") from None


@dataclass(frozen=True)
class _Known:
    """The inputs with their ranges, in people, places and months; arrivals are people a month at each moment."""

    placed: Bounded
    waiting: Bounded
    places: Bounded
    stay: Bounded
    rate: Bounded  # arrivals a month, of each person in ``people``
    people: Numbers
    inputs: Sequence[Input | str]


def _known(building: Building, asked: Asked) -> _Known:
    places, places_from = _places(building, asked)
    rate, people, arrivals_from = _arrivals(building, asked)
    months = MONTHS_IN[asked.length_of_stay.unit]
    waiting = [asked.waiting] if asked.waiting else []
    return _Known(
        placed=asked.placed.bounded,
        waiting=asked.waiting.bounded if asked.waiting else Bounded.exactly(0),
        places=places,
        stay=_times(asked.length_of_stay.bounded, months),
        rate=rate,
        people=people,
        inputs=(
            asked.placed,
            *waiting,
            *places_from,
            *arrivals_from,
            asked.length_of_stay,
        ),
    )


def _times(bounded: Bounded, factor: Fraction) -> Bounded:
    return monotone(lambda number: number * factor, "+", bounded)


def _places(building: Building, asked: Asked) -> tuple[Bounded, Sequence[Input | str]]:
    if asked.places:
        return asked.places.bounded, (asked.places,)
    held = [one.capacity for one in building.pack.services if one.kind == asked.places_of]
    if not held or None in held:
        raise refuse(f"services.csv must name services of kind {asked.places_of}, each with its capacity", "places_of")
    return Bounded.exactly(sum(one for one in held if one is not None)), ("services.csv",)


def _arrivals(building: Building, asked: Asked) -> tuple[Bounded, Numbers, Sequence[Input | str]]:
    """Arrivals a month of each person, and people at each moment: of everybody at once where only a number is known."""
    moments = times(asked.months)
    if asked.arrivals:
        return _times(asked.arrivals.bounded, Fraction(1, MONTHS_IN_A_YEAR)), np.ones(len(moments)), (asked.arrivals,)
    rate, ages = asked.arrivals_rate, asked.population
    if rate is None or ages is None:
        raise AssertionError("_check would have said so")
    if (per := per_of(rate.unit)) is None:
        raise refuse(f"arrivals_rate must be in percent, per_1k, per_10k or per_100k, not {rate.unit}", "arrivals_rate")
    people = _people(building, ages, asked.start, moments)
    return _times(rate.bounded, Fraction(1, per * MONTHS_IN_A_YEAR)), people, (rate, POPULATION)


def _people(building: Building, ages: Ages, start: str, moments: Numbers) -> Numbers:
    """Straight lines between the middles of the years that the series knows, and level beyond them."""
    try:
        known = people_of_ages(building.pack, building.pack.area_code, ages.ages)
    except BandsStraddleError as error:
        raise refuse(str(error), "population") from None
    if not known:
        raise refuse(f"{POPULATION} has no people of ages {ages.ages} in {building.pack.area_code}", "population")
    years = sorted(known)
    first_year, first_month = map(int, start.split("-"))
    when = first_year + (first_month - 1 + moments - 1) / MONTHS_IN_A_YEAR
    return np.interp(when, [year + 0.5 for year in years], [float(known[year]) for year in years])


class _Run(NamedTuple):
    """Rows are: as printed; all ends that shorten the wait; all that lengthen it (the last two None if unknown)."""

    months: GapByMonth
    bounded: bool


def _run(asked: Asked, known: _Known, scenario: Scenario) -> _Run:
    """Waiting and shortfall rise with arrivals, stay, people and waiting at the start, and fall with places."""
    rising = (known.placed, known.waiting, known.stay, known.rate)
    ends = [end for one in (*rising, known.places) for end in (one.low, one.high)]
    bounded = None not in ends
    rows = [
        [one.value for one in rising],
        *([[one.low for one in rising], [one.high for one in rising]] if bounded else []),
    ]
    placed, waiting, stay, rate = np.array(rows, dtype=float).T
    places = [known.places.value, *([known.places.high, known.places.low] if bounded else [])]
    try:
        run = project_gap(
            placed=placed,
            waiting=waiting,
            places=np.array(places, dtype=float) * float(scenario.places),
            arrivals=np.outer(rate * float(scenario.arrivals), known.people),
            stay=stay * float(scenario.length_of_stay),
            change=_changes(asked) if scenario.change else 0.0,
            months=asked.months,
            displaced_wait=asked.displaced is Displaced.WAIT,
        )
    except StayTooShortError as error:
        raise refuse(str(error), "length_of_stay") from None
    return _Run(run, bounded)


def _check_closures(asked: Asked, known: _Known, scenario: Scenario) -> None:
    """More places than there are cannot close; at the low end of what is printed there must be enough, too."""
    fewest = known.places.value if known.places.low is None else known.places.low
    left = float(fewest * scenario.places) + np.cumsum(_changes(asked))
    if scenario.change and (left < 0).any():
        raise refuse(f"more places close than the printed figures surely hold ({float(fewest):g})", "change")


def _changes(asked: Asked) -> Numbers:
    changes = np.zeros(len(times(asked.months)))
    for one in asked.change:
        changes[(one.month - 1) * STEPS_IN_A_MONTH] += float(one.gained)
    return changes


def _row(building: Building, asked: Asked, known: _Known, scenario: Scenario, run: _Run, month: int) -> list[Cell]:
    calendar = months_after(asked.start, month - 1)
    cells: list[Cell] = [
        building.add(
            f"{_prefix(scenario)}{name}_{month}",
            f"{label}{_when(scenario)}",
            _bounded(run, name, month),
            "places" if name == "vacancies" else "people",
            known.inputs,
            period=calendar,
            note="" if name in RANGED else "No range: it does not move one way with each input.",
        )
        for name, label in RESULTS.items()
    ]
    return [f"{month_words(calendar)} (month {month})", *cells]


RANGED = ("waiting", "vacancies", "shortfall")


def _bounded(run: _Run, name: str, month: int) -> Bounded:
    """The value with the least and most that the corners give."""
    by_corner = [exactly(row[month - 1]) for row in getattr(run.months, name)]
    if not run.bounded or name not in RANGED:
        return Bounded(by_corner[0], None, None)
    return Bounded(by_corner[0], min(by_corner), max(by_corner))


def _prefix(scenario: Scenario) -> str:
    return f"{scenario.id}_" if scenario.id else ""


def _when(scenario: Scenario) -> str:
    return f", {scenario.title.lower()}" if scenario.id else ""


def _first_shortfall(building: Building, asked: Asked, known: _Known, scenario: Scenario, run: _Run) -> None:
    months = np.flatnonzero(run.months.shortfall[0] >= HALF_A_PERSON) + 1
    if len(months):
        first = int(months[0])
        building.add(
            f"{_prefix(scenario)}first_shortfall",
            f"First month in which somebody waits for whom there is no place{_when(scenario)}",
            Bounded(Fraction(first), None, None),
            "month",
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
