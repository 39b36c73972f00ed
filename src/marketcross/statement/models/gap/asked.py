"""What ``kind = "gap"`` asks for, and what cannot be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from marketcross.statement.models.asking import as_rows, as_table, refuse
from marketcross.statement.models.building import words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.months import MONTHS_IN, MonthError, months_after
from marketcross.statement.models.population import Ages
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

ONE = Fraction(1)
LONGEST = 600  # months
DEFAULT_MONTHS = 120
SHOWN = (12, 24, 60, 120)


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


def check(asked: Asked) -> None:
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
