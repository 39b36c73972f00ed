"""NHS numbers of the range that begins with 999, which is kept for tests and issued to nobody.

The tenth digit checks the nine before it: 11 less the remainder by 11 of their sum, weighted 10 down to 2; 11 is
written 0, and where it comes to 10 the number is not used. So the range holds some 909,090 numbers, and no more people
can have one.
"""

from functools import cache

import numpy as np

from marketcross.synth.people.looks.digits import digits
from marketcross.synth.people.looks.syllables import Text
from marketcross.synth.people.matching import Ages

_WEIGHTS = np.arange(10, 1, -1)
_STEP = 7_368_787  # a prime: going round by it meets every number once


def check_digits(nine: Ages) -> Ages:
    """The tenth digit for rows of nine digits; 10 where there is none."""
    return (11 - (nine @ _WEIGHTS) % 11) % 11


@cache
def _valid() -> Ages:
    last_six = np.arange(1_000_000)
    nines = [np.full(len(last_six), 9)] * 3
    check = check_digits(np.stack(nines + [last_six // 10**place % 10 for place in range(5, -1, -1)], axis=1))
    return (999_000_000_0 + last_six * 10 + check)[check < 10]


def nhs_numbers(first: int, how_many: int, people: int, turn: int) -> Text:
    """Numbers for the people from ``first`` on; ``turn`` starts elsewhere. Empty where the range is used up."""
    valid = _valid()
    person = np.arange(first, first + how_many)
    if people <= len(valid):
        nth, has = person, np.ones(how_many, dtype=bool)
    else:  # spread those without a number evenly
        nth = person * len(valid) // people
        has = (person + 1) * len(valid) // people > nth
    number = digits(valid[(nth * _STEP + turn) % len(valid)], 10)
    return np.where(has, number, "")
