"""Dates of birth for ages on a day."""

from datetime import date

import numpy as np

from marketcross.engine.parameters.ages import born_by
from marketcross.synth.people.codes import Role
from marketcross.synth.people.known import ADULT, AGES, Numbers
from marketcross.synth.people.matching import Ages


def births(rng: np.random.Generator, age: Ages, home: Ages, role: Ages, on: date) -> Ages:
    """Ordinals of days, each giving its age on the day.

    Young children of a household are born at least a year apart for each year between their ages, so that none is born
    within months of the next; those of one age are twins.
    """
    latest = np.array([born_by(on, years).toordinal() for years in range(AGES + 1)])
    within = rng.random(len(age))
    _space_out(within, age, home, role)
    first, days = latest[age + 1] + 1, latest[age] - latest[age + 1]
    found: Ages = (first + np.floor(within * days)).astype(np.int64)
    return found


def _space_out(within: Numbers, age: Ages, home: Ages, role: Ages) -> None:
    """Sort where in their year the children of a household are born: the younger, the later. Twins share it."""
    young = np.flatnonzero((role == Role.CHILD) & (age < ADULT))
    by_home = young[np.lexsort((within[young], home[young]))]
    by_age = young[np.lexsort((-age[young], home[young]))]
    within[by_age] = within[by_home]
    same = (np.diff(age[by_age]) == 0) & (np.diff(home[by_age]) == 0)
    for place in np.flatnonzero(same):  # few, and each hands on to the next
        within[by_age[place + 1]] = within[by_age[place]]
