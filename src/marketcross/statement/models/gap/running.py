"""The projection of one scenario: as printed, and at the ends of the ranges that shorten and lengthen the wait."""

from typing import NamedTuple

import numpy as np

from marketcross.engine.projection.bounded import Bounded
from marketcross.engine.projection.gap import STEPS_IN_A_MONTH, GapByMonth, StayTooShortError, project_gap, times
from marketcross.statement.models.asking import refuse
from marketcross.statement.models.gap.asked import Asked, Displaced, Scenario
from marketcross.statement.models.gap.known import Known, Numbers
from marketcross.statement.models.series import exactly

RANGED = ("waiting", "vacancies", "shortfall")  # people placed do not move one way with each input


class Run(NamedTuple):
    """Rows are: as printed; all ends that shorten the wait; all that lengthen it (the last two None if unknown)."""

    months: GapByMonth
    bounded: bool


def run_scenario(asked: Asked, known: Known, scenario: Scenario) -> Run:
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
    _check_closures(asked, known, scenario)
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
    return Run(run, bounded)


def _check_closures(asked: Asked, known: Known, scenario: Scenario) -> None:
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


def bounded_at(run: Run, name: str, month: int) -> Bounded:
    """The value with the least and most that the corners give."""
    by_corner = [exactly(row[month - 1]) for row in getattr(run.months, name)]
    if not run.bounded or name not in RANGED:
        return Bounded(by_corner[0], None, None)
    return Bounded(by_corner[0], min(by_corner), max(by_corner))
