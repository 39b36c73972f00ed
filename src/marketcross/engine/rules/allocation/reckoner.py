"""The ready reckoner: each answer's hours and kinds of support, at local prices, less what others already meet.

One definition serves a table and one person: ``lines`` gives each answer's support in turn, ``reckon`` adds the lines
up, and an explanation names them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from marketcross.engine.rules.allocation.amounts import HUNDREDTHS
from marketcross.engine.rules.allocation.answers import Answers, Whole, without_figure
from marketcross.engine.rules.allocation.parts import Price, ReckonerLevel, ReckonerQuestion
from marketcross.engine.rules.allocation.scheme import Reckoner
from marketcross.engine.rules.allocation.sums import Sums, settled, why_not
from marketcross.engine.vocabulary.frequency import WEEKS_IN_A_YEAR

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of support at one question. Arrays have an entry for each person, 0 where their answer brings none.

    ``needed`` is hundredths of a unit in the price's own period, and ``left`` is ten-thousandths of one after what
    others meet; ``pence`` is for a week, or once where the price is paid once. Each has a row for the least, the usual
    and the most.
    """

    question: ReckonerQuestion
    price: Price
    needed: Whole
    left: Whole
    pence: Whole


def lines(scheme: Reckoner, given: Answers) -> Iterator[Line]:
    """Every kind of support at every question, in the scheme's order."""
    for place, question in enumerate(scheme.questions):
        share_left = _PERCENT - given.met[place]
        for kind in dict.fromkeys(support.kind for level in question.levels for support in level.support):
            price = scheme.prices[kind]
            needed = _quantities(question.levels, kind)[:, given.level[place]]
            left = needed * share_left
            yield Line(question, price, needed, left, _pence(price, left))


def reckon(scheme: Reckoner, given: Answers) -> Sums:
    """The sums of a table of people."""
    weekly, once = np.zeros((3, given.people), np.int64), np.zeros(given.people, np.int64)
    for line in lines(scheme, given):
        if line.price.per == "once":
            once += line.pence[1]
        else:
            weekly += line.pence
    reasons = why_not(without_figure(scheme, given), given.unusual, weekly[1] > scheme.no_figure_above)
    points = np.zeros(given.people, np.int64)
    return settled(reasons, points, (weekly[0], weekly[1], weekly[2]), once, scheme.contingency.percent)


def _quantities(levels: tuple[ReckonerLevel, ...], kind: str) -> Whole:
    """Hundredths of a unit of one kind: a row for each end of the range, a column for each level."""
    of_kind = [[support.ends for support in level.support if support.kind == kind] for level in levels]
    return np.array([np.sum(ends, axis=0) if ends else (0, 0, 0) for ends in of_kind], np.int64).T


def _pence(price: Price, left: Whole) -> Whole:
    """Price times quantity. A part of a penny counts as a whole one, so that no line falls short."""
    each = np.array(price.ends, np.int64)[:, None]
    weeks = WEEKS_IN_A_YEAR if price.per == "year" else 1
    return -(-each * left // (HUNDREDTHS * _PERCENT * weeks))
