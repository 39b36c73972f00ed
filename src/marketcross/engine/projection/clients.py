"""People with a service in years to come, by three methods side by side. docs/method/clients.md.

- ``population``: today's rate stays, the population changes;
- ``linear``: the least-squares line through the history;
- ``damped``: the newest level and trend, the trend fading (``damped_trend``), with prediction intervals.

In float64: a projection is not a count. Nobody is projected below 0.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from marketcross.engine.projection.damped_trend import fit_damped_trend

History = Mapping[int, float]  # people by year


class Method(StrEnum):
    POPULATION = "population"
    LINEAR = "linear"
    DAMPED = "damped"


YEARS_NEEDED = {Method.POPULATION: 1, Method.LINEAR: 2, Method.DAMPED: 4}


class HistoryTooShortError(ValueError):
    """A method needs more counts, or counts in other years, than the history has."""


@dataclass(frozen=True, slots=True)
class Projected:
    """``low`` and ``high`` hold 95 of 100 outcomes if the method is right; None where the method says nothing of it."""

    people: float
    low: float | None = None
    high: float | None = None


def project_clients(
    method: Method, history: History, years: Sequence[int], population: History | None = None
) -> dict[int, Projected]:
    """People in each of ``years``; only the method population reads ``population``, the group's ages by year.

    Raises HistoryTooShortError.
    """
    if len(history) < YEARS_NEEDED[method]:
        raise HistoryTooShortError(
            f"the method {method} needs counts for {YEARS_NEEDED[method]} years or more, and there are {len(history)}"
        )
    if method is Method.POPULATION:
        return {year: Projected(people) for year, people in _by_population(history, years, population or {}).items()}
    if method is Method.LINEAR:
        level, slope = least_squares(history)
        return {year: Projected(max(0.0, level + slope * year)) for year in years}
    return _by_damped_trend(history, years)


def _by_population(history: History, years: Sequence[int], population: History) -> dict[int, float]:
    """Today's rate is that of the latest count within the years of the population."""
    today = max((year for year in history if on_the_line(population, year)), default=None)
    then = on_the_line(population, today) if today is not None else None
    if today is None or not then:
        raise HistoryTooShortError("the method population needs a count in a year for which there is a population")
    ahead = {year: on_the_line(population, year) for year in years}
    if missing := [str(year) for year, people in ahead.items() if people is None]:
        raise HistoryTooShortError(f"the method population needs a population for {', '.join(missing)}")
    return {year: history[today] * people / then for year, people in ahead.items() if people is not None}


def on_the_line(population: History, year: int) -> float | None:
    """People in a year: as given, or on the straight line between the years given around it; None outside them."""
    if year in population:
        return population[year]
    before = max((known for known in population if known < year), default=None)
    after = min((known for known in population if known > year), default=None)
    if before is None or after is None:
        return None
    passed = (year - before) / (after - before)
    return population[before] + passed * (population[after] - population[before])


def least_squares(history: History) -> tuple[float, float]:
    """Level at year 0 and slope a year of the line with the least squared misses; two different years or more."""
    middle, mean = fmean(history), fmean(history.values())
    across = sum((year - middle) ** 2 for year in history)
    slope = sum((year - middle) * (people - mean) for year, people in history.items()) / across
    return mean - slope * middle, slope


def _by_damped_trend(history: History, years: Sequence[int]) -> dict[int, Projected]:
    first, last = min(history), max(history)
    trend = fit_damped_trend([history.get(year) for year in range(first, last + 1)])
    if early := [year for year in years if year <= last]:
        raise HistoryTooShortError(f"the method damped projects years after {last}, not {', '.join(map(str, early))}")
    return {year: Projected(*(max(0.0, one) for one in trend.ahead(year - last))) for year in years}


@dataclass(frozen=True, slots=True)
class BackTest:
    """What the method would have missed by, had it been used in each past year to project ``ahead`` years on.

    ``percent`` is the mean absolute miss as percent of what came; ``trials`` is how many years could be tried.
    """

    ahead: int
    trials: int
    percent: float


def back_test(
    method: Method, history: History, population: History | None = None, *, ahead: int = 1
) -> BackTest | None:
    """Rolling origin: use only the years up to each origin. None where no year can be tried."""
    misses = []
    for origin in sorted(history):
        known = {year: people for year, people in history.items() if year <= origin}
        target = origin + ahead
        if not history.get(target):
            continue
        try:
            seen = {year: people for year, people in (population or {}).items() if year <= target}
            made = project_clients(method, known, [target], seen)[target].people
        except HistoryTooShortError:
            continue
        misses.append(100 * abs(made - history[target]) / history[target])
    return BackTest(ahead, len(misses), fmean(misses)) if misses else None
