"""The quick way to decide ordinary relations: many at once, in whole numbers, with the same answers as the plain way.

Sums and differences stay on the columns' grid; products and quotients are compared by multiplying across. Everything
out of the ordinary (a figure used twice; in a product or quotient, no end on one side or a number that may be 0 or
below; more digits than 64 bits hold) is left to the plain way; the tests hold both to the same answers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from marketcross.engine.evidence.columns import ROOM, Boxes, Columns, Truth, Whole
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.forms import QUOTIENTS, quotient_form

WIDEST = 2.0**62  # whole numbers from here on are left to the plain way


@dataclass(slots=True)
class _Range(Boxes):
    """What operands give: ``low`` / ``low_over`` to ``high`` / ``high_over`` steps, right where it ``fits``."""

    low_over: Whole | int = 1
    high_over: Whole | int = 1


def quickly_decided(figures: Mapping[str, Figure], relations: Iterable[Relation]) -> dict[str, bool]:
    """Whether some values inside the intervals satisfy a relation, by its id; without those left to the plain way."""
    decided: dict[str, bool] = {}
    alike: dict[tuple[str, int], list[Relation]] = defaultdict(list)
    for relation in relations:
        alike[relation.kind, len(relation.operands)].append(relation)
    try:
        columns = Columns(figures)
    except OverflowError:
        return decided
    for (kind, number), group in alike.items():
        if kind in _RANGES and number:
            decided.update(_decided(columns, kind, group))
    return decided


def _decided(columns: Columns, kind: str, group: list[Relation]) -> Iterable[tuple[str, bool]]:
    ids = (id for relation in group for id in relation.operands)
    rows = np.fromiter(map(columns.position.__getitem__, ids), np.int64).reshape(len(group), -1)
    computed = _RANGES[kind](columns.boxes.at(rows), group, columns.steps)
    usable = computed.fits & _distinct(rows)
    if kind == "greater":
        meets = ~computed.has_high | (computed.high > 0)
    else:
        results = np.fromiter((columns.position[relation.result] for relation in group), np.int64)
        meets, exact = _overlap(computed, columns.boxes.at(results))
        usable &= exact
    decided = zip(group, meets.tolist(), usable.tolist(), strict=True)
    return ((relation.id, meet) for relation, meet, use in decided if use)


def _distinct(rows: Whole) -> Truth:
    """Rows in which no operand stands twice."""
    ordered = np.sort(rows, axis=1)
    return _all(ordered[:, 1:] != ordered[:, :-1])


def _overlap(computed: _Range, box: Boxes) -> tuple[Truth, Truth]:
    """Whether some number is in both, and where 64 bits sufficed to say so."""
    above = computed.high - box.low * computed.high_over
    below = box.high * computed.low_over - computed.low
    meets = np.where(above == 0, ~(computed.high_open | box.low_open), above > 0) | ~(computed.has_high & box.has_low)
    meets &= np.where(below == 0, ~(computed.low_open | box.high_open), below > 0) | ~(computed.has_low & box.has_high)
    over = np.maximum(computed.low_over, computed.high_over).astype(float)
    return meets, box.fits & (np.maximum(np.abs(box.low), np.abs(box.high)) * over < WIDEST)


def _sum(boxes: Boxes, group: list[Relation], steps: int) -> _Range:
    opens = _any(boxes.low_open), _any(boxes.high_open)
    ends = _all(boxes.has_low), _all(boxes.has_high)
    return _Range(boxes.low.sum(axis=1), boxes.high.sum(axis=1), *opens, *ends, _all(boxes.fits))


def _difference(boxes: Boxes, group: list[Relation], steps: int) -> _Range:
    low, high = boxes.low[:, 0] - boxes.high[:, 1], boxes.high[:, 0] - boxes.low[:, 1]
    ends = boxes.has_low[:, 0] & boxes.has_high[:, 1], boxes.has_high[:, 0] & boxes.has_low[:, 1]
    return _Range(low, high, *_crossed(boxes, 0, 1), *ends, _all(boxes.fits))


def _product(boxes: Boxes, group: list[Relation], steps: int) -> _Range:
    over = float(steps) ** (boxes.low.shape[1] - 1)
    right = _positive(boxes) & (boxes.high.prod(axis=1, dtype=float) < WIDEST) & (over < WIDEST)
    low, high, ends = boxes.low.prod(axis=1), boxes.high.prod(axis=1), np.ones_like(right)
    whole = np.full(len(group), int(over) if over < WIDEST else 1)
    return _Range(low, high, _any(boxes.low_open), _any(boxes.high_open), ends, ends, right, whole, whole)


def _quotient(boxes: Boxes, group: list[Relation], steps: int) -> _Range:
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
    return _Range(low, high, *_crossed(boxes, top, bottom), ends, ends, right, low_over, high_over)


def _constants(group: list[Relation]) -> Whole:
    """Numerators and denominators; 0 where one is not above 0, or too large."""
    pairs = ((relation.constant or Fraction(0)).as_integer_ratio() for relation in group)
    return np.array([pair if 0 < pair[0] < ROOM > pair[1] else (0, 1) for pair in pairs], np.int64).T


def _positive(boxes: Boxes) -> Truth:
    return _all(boxes.fits & boxes.has_low & boxes.has_high & (boxes.low > 0))


def _crossed(boxes: Boxes, one: int, other: int) -> tuple[Truth, Truth]:
    """Which ends are open where the low end of one goes with the high end of the other."""
    low_open = boxes.low_open[:, one] | boxes.high_open[:, other]
    return low_open, boxes.high_open[:, one] | boxes.low_open[:, other]


def _all(rows: Truth) -> Truth:
    every: Truth = np.logical_and.reduce(rows, axis=1)
    return every


def _any(rows: Truth) -> Truth:
    some: Truth = np.logical_or.reduce(rows, axis=1)
    return some


_RANGES: Mapping[str, Callable[[Boxes, list[Relation], int], _Range]] = {
    "sum": _sum,
    "equal": _sum,
    "difference": _difference,
    "greater": _difference,
    "product": _product,
    **dict.fromkeys(QUOTIENTS, _quotient),
}
