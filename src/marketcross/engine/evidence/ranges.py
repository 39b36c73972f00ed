"""What operands give, for many relations of a kind at once: the forms of ``forms`` in columns of whole numbers.

Each takes boxes with a row for each relation and a column for each operand, the relations, and the steps of the grid.
Where the result would not be right, or might not fit into 64 bits, it says so in ``fits``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from marketcross.engine.evidence.columns import ROOM, Boxes, Truth, Whole
from marketcross.engine.evidence.figures import Relation
from marketcross.engine.evidence.forms import QUOTIENTS, quotient_form

WIDEST = 2.0**62  # whole numbers from here on are left to the plain way


@dataclass(slots=True)
class Range(Boxes):
    """What operands give: ``low`` / ``low_over`` to ``high`` / ``high_over`` steps, right where it ``fits``."""

    low_over: Whole | int = 1
    high_over: Whole | int = 1


def _sum(boxes: Boxes, group: list[Relation], steps: int) -> Range:
    opens = any_of(boxes.low_open), any_of(boxes.high_open)
    ends = all_of(boxes.has_low), all_of(boxes.has_high)
    return Range(boxes.low.sum(axis=1), boxes.high.sum(axis=1), *opens, *ends, all_of(boxes.fits))


def _difference(boxes: Boxes, group: list[Relation], steps: int) -> Range:
    low, high = boxes.low[:, 0] - boxes.high[:, 1], boxes.high[:, 0] - boxes.low[:, 1]
    ends = boxes.has_low[:, 0] & boxes.has_high[:, 1], boxes.has_high[:, 0] & boxes.has_low[:, 1]
    return Range(low, high, *_crossed(boxes, 0, 1), *ends, all_of(boxes.fits))


def _product(boxes: Boxes, group: list[Relation], steps: int) -> Range:
    over = float(steps) ** (boxes.low.shape[1] - 1)
    right = _positive(boxes) & (boxes.high.prod(axis=1, dtype=float) < WIDEST) & (over < WIDEST)
    low, high, ends = boxes.low.prod(axis=1), boxes.high.prod(axis=1), np.ones_like(right)
    whole = np.full(len(group), int(over) if over < WIDEST else 1)
    return Range(low, high, any_of(boxes.low_open), any_of(boxes.high_open), ends, ends, right, whole, whole)


def _quotient(boxes: Boxes, group: list[Relation], steps: int) -> Range:
    """scale x top / bottom + shift; the scale is a fraction above 0, the shift a whole number."""
    form = quotient_form(group[0])
    top, bottom = (1, 0) if group[0].kind == "change" else (0, 1)
    scale, over = _constants(group) if group[0].kind == "rate" else np.array([[int(form.scale)], [1]])
    shift = int(form.shift)
    largest = scale * boxes.high[:, top].astype(float) + (np.abs(shift) + over) * boxes.high[:, bottom].astype(float)
    right = _positive(boxes) & (scale > 0) & (largest * steps < WIDEST)
    low_over, high_over, ends = over * boxes.high[:, bottom], over * boxes.low[:, bottom], np.ones_like(right)
    low = (scale * boxes.low[:, top] + shift * boxes.high[:, bottom]) * steps
    high = (scale * boxes.high[:, top] + shift * boxes.low[:, bottom]) * steps
    return Range(low, high, *_crossed(boxes, top, bottom), ends, ends, right, low_over, high_over)


def overlap(computed: Range, box: Boxes) -> tuple[Truth, Truth]:
    """Whether some number is in both, and where 64 bits sufficed to say so."""
    above = computed.high - box.low * computed.high_over
    below = box.high * computed.low_over - computed.low
    meets = np.where(above == 0, ~(computed.high_open | box.low_open), above > 0) | ~(computed.has_high & box.has_low)
    meets &= np.where(below == 0, ~(computed.low_open | box.high_open), below > 0) | ~(computed.has_low & box.has_high)
    over = np.maximum(computed.low_over, computed.high_over).astype(float)
    return meets, box.fits & (np.maximum(np.abs(box.low), np.abs(box.high)) * over < WIDEST)


def _constants(group: list[Relation]) -> Whole:
    """Numerators and denominators; 0 where one is not above 0, or too large."""
    pairs = ((relation.constant or Fraction(0)).as_integer_ratio() for relation in group)
    return np.array([pair if 0 < pair[0] < ROOM > pair[1] else (0, 1) for pair in pairs], np.int64).T


def _positive(boxes: Boxes) -> Truth:
    return all_of(boxes.fits & boxes.has_low & boxes.has_high & (boxes.low > 0))


def _crossed(boxes: Boxes, one: int, other: int) -> tuple[Truth, Truth]:
    """Which ends are open where the low end of one goes with the high end of the other."""
    low_open = boxes.low_open[:, one] | boxes.high_open[:, other]
    return low_open, boxes.high_open[:, one] | boxes.low_open[:, other]


def all_of(rows: Truth) -> Truth:
    every: Truth = np.logical_and.reduce(rows, axis=1)
    return every


def any_of(rows: Truth) -> Truth:
    some: Truth = np.logical_or.reduce(rows, axis=1)
    return some


RANGES: Mapping[str, Callable[[Boxes, list[Relation], int], Range]] = {
    "sum": _sum,
    "equal": _sum,
    "difference": _difference,
    "greater": _difference,
    "product": _product,
    **dict.fromkeys(QUOTIENTS, _quotient),
}
