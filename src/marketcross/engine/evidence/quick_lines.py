"""The quick way to decide straight lines: many of as many years each, three years at a time.

Two figures of one year, and lines of many years, are left to the plain way.
"""

from collections.abc import Mapping
from itertools import combinations

import numpy as np

from marketcross.engine.evidence.columns import Boxes, Columns, Truth, Whole
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.ranges import Range, all_of, overlap
from marketcross.engine.evidence.straight import year_number

MOST_YEARS = 8


def joined(columns: Columns, figures: Mapping[str, Figure], group: list[Relation], rows: Whole) -> tuple[Truth, Truth]:
    """Whether a line passes through all figures of each row, and for which rows this way can say so."""
    years = np.array([[year_number(figures[id]) for id in relation.operands] for relation in group], np.int64)
    order = np.argsort(years, axis=1)
    years, boxes = np.take_along_axis(years, order, axis=1), columns.boxes.at(np.take_along_axis(rows, order, axis=1))
    meets = np.ones(len(group), np.bool_)
    for first, middle, last in combinations(range(years.shape[1]), 3):
        place = _through(boxes, first, last, years[:, middle] - years[:, first], years[:, last] - years[:, middle])
        meets &= overlap(place, boxes.at(np.s_[:, middle]))[0]
    return meets, all_of(boxes.fits) & all_of(years[:, 1:] > years[:, :-1])


def _through(boxes: Boxes, first: int, last: int, after: Whole, before: Whole) -> Range:
    """Where the line through two figures passes so many years after the one and before the other."""
    one, other = boxes.at(np.s_[:, first]), boxes.at(np.s_[:, last])
    low, high = one.low * before + other.low * after, one.high * before + other.high * after
    opens = one.low_open | other.low_open, one.high_open | other.high_open
    ends = one.has_low & other.has_low, one.has_high & other.has_high
    return Range(low, high, *opens, *ends, one.fits & other.fits, before + after, before + after)
