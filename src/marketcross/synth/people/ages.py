"""How many people of each age and sex there are where nothing nearer is known."""

import numpy as np

from marketcross.synth.people.codes import Sex
from marketcross.synth.people.known import AGES, Numbers, known

_YEARS_IN_A_BAND = 5


def age_shape() -> Numbers:
    """Shares of all people, age by sex (106 x 2), from bands of five years: straight between their middles."""
    facts = known("ages")
    shape = np.empty((AGES, len(Sex)))
    for sex in Sex:
        shape[:, sex] = _single_years(
            facts[sex.name.lower()], facts["first_ages"], facts["open_band"][sex.name.lower()]
        )
    return np.asarray(shape / shape.sum())


def _single_years(bands: list[float], first_ages: list[int], falls: float) -> Numbers:
    single, open_from = np.zeros(AGES), first_ages[-1]
    ages = np.arange(open_from)
    middles = np.asarray(first_ages[:-1]) + (_YEARS_IN_A_BAND - 1) / 2
    single[:open_from] = np.interp(ages, middles, np.asarray(bands[:-1]))
    for first, people in zip(first_ages[:-1], bands[:-1], strict=True):  # the bands stay as published
        band = slice(first, first + _YEARS_IN_A_BAND)
        single[band] *= people / single[band].sum()
    falling = falls ** np.arange(AGES - open_from)
    single[open_from:] = bands[-1] * falling / falling.sum()
    return single
