"""Waiting, vacancies and shortfall of a service by month, for any number of areas and scenarios at once.

One stock and flow in small steps of a month, in float64. People who need a place wait; as many as fit move in; people
leave after a length of stay. Monotone: more arrivals, longer stays or fewer places never shorten the wait (as long as
no more places close than there are). Method: docs/method/gap.md.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

STEPS_IN_A_MONTH = 4


class StayTooShortError(ValueError):
    """A stay shorter than a month needs smaller steps than the month that people wait at the least."""


@dataclass(frozen=True, slots=True)
class GapByMonth:
    """Each has the axes area or scenario, month; month 1 is the start, and each month shows its first moment.

    ``shortfall`` is who would wait on although every place is filled: waiting less the people who can be admitted
    within the month. ``vacancies`` are places that nobody holds.
    """

    waiting: Numbers
    placed: Numbers
    places: Numbers
    vacancies: Numbers
    shortfall: Numbers


def times(months: int, steps: int = STEPS_IN_A_MONTH) -> Numbers:
    """The moments of the steps in months, from 1 (the start) to ``months``."""
    grid: Numbers = 1 + np.arange((months - 1) * steps + 1) / steps
    return grid


def project_gap(
    *,
    placed: ArrayLike,
    waiting: ArrayLike,
    places: ArrayLike,
    arrivals: ArrayLike,
    stay: ArrayLike,
    change: ArrayLike = 0.0,
    months: int,
    steps: int = STEPS_IN_A_MONTH,
    displaced_wait: bool = True,
) -> GapByMonth:
    """Run the stocks from month 1 to ``months``.

    ``placed``, ``waiting``, ``places`` (at the start) and ``stay`` (months) are one number or one for each area;
    ``arrivals`` (people a month) and ``change`` (places gained or lost at that moment) are one number, one for each
    of ``times``, or both. With ``displaced_wait`` people whose places close join those who wait; else they stay until
    they would have left.
    """
    if np.any(np.asarray(stay) < 1):
        raise StayTooShortError("The length of stay must be a month or more.")
    moments = len(times(months, steps))
    stocks = [np.asarray(one, dtype=float) for one in (placed, waiting, places, stay)]
    flows = [np.broadcast_to(one, (*np.shape(one)[:-1], moments)) for one in (arrivals, change)]
    rows = np.broadcast_shapes((1,), *(one.shape for one in stocks), *(one.shape[:-1] for one in flows))
    start = _Stocks(*(np.broadcast_to(one, rows) for one in stocks))
    arriving, changed = (np.array(np.broadcast_to(one, (*rows, moments)).T, dtype=float) for one in flows)
    return _run(start, arriving, changed, steps, displaced_wait)


class _Stocks(NamedTuple):
    placed: Numbers
    waiting: Numbers
    places: Numbers
    stay: Numbers


def _run(now: _Stocks, arrivals: Numbers, change: Numbers, steps: int, displaced_wait: bool) -> GapByMonth:
    """Each moment: who leaves, who moves in, what a month's first moment shows, then one step on."""
    shown: list[tuple[Numbers, ...]] = []
    for moment, (arriving, changed) in enumerate(zip(arrivals, change, strict=True)):
        leaving = now.placed / now.stay
        admitted = np.maximum(0.0, np.minimum(now.waiting, now.places - now.placed + leaving))
        if moment % steps == 0:
            vacancies = np.maximum(0.0, now.places - now.placed)
            shown.append((now.waiting, now.placed, now.places, vacancies, now.waiting - admitted))
        now = now._replace(
            waiting=now.waiting + (arriving - admitted) / steps,
            placed=now.placed + (admitted - leaving) / steps,
            places=np.maximum(0.0, now.places + changed),
        )
        if displaced_wait:
            moved = np.maximum(0.0, now.placed - now.places)
            now = now._replace(waiting=now.waiting + moved, placed=now.placed - moved)
    return GapByMonth(*(np.stack(column, axis=-1) for column in zip(*shown, strict=True)))
