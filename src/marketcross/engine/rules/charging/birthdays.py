"""The day within the year on which an age is reached that the guarantee turns on."""

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.parameters import born_by, pension_age_born_by
from marketcross.engine.rules.charging.terms import Terms
from marketcross.engine.vocabulary.period import Period
from marketcross.law.statute import StatutoryValue


def first_birthdays(columns: Mapping[str, NDArray[np.int64]], the_terms: Terms) -> NDArray[np.int64]:
    """For each row the ordinal of the first day, after the day asked for, on which such an age is reached.

    ``columns`` are ``born``, ``partner_born`` and ``couple``. Rows that reach none get the day on which the rates end.
    """
    days = Period(the_terms.on + timedelta(days=1), the_terms.until)
    of_full_age = np.array([born_by(day, the_terms.full_age).toordinal() for day in days])
    of_pension_age = _pension_thresholds(the_terms.pension_credit_age, days)
    start, none = the_terms.on.toordinal() + 1, the_terms.until.toordinal()
    single, born = ~columns["couple"].astype(bool), columns["born"]
    single_25 = _first(of_full_age, born, start, none, already=the_terms.values["full_age_if_born_by"])
    own = _first(of_pension_age, born, start, none, already=the_terms.values["pension_age_if_born_by"])
    partner_born = np.where(columns["partner_born"] > 0, columns["partner_born"], none)
    partners = _first(of_pension_age, partner_born, start, none, already=the_terms.values["pension_age_if_born_by"])
    return np.minimum(np.minimum(np.where(single, single_25, none), own), np.where(single, none, partners))


@lru_cache(maxsize=32)
def _pension_thresholds(pension_credit_age: StatutoryValue, days: Period) -> NDArray[np.int64]:
    return np.array([pension_age_born_by(pension_credit_age, day).toordinal() for day in days])


def _first(
    thresholds: NDArray[np.int64], born: NDArray[np.int64], start: int, none: int, already: int
) -> NDArray[np.int64]:
    """The first day whose threshold a birth lies on or before; ``none`` for those never, or already of the age."""
    day = np.searchsorted(thresholds, born) + start
    return np.where(born <= already, none, np.minimum(day, none))
