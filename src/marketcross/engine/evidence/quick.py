"""The quick way to decide ordinary relations: many at once, in whole numbers, with the same answers as the plain way.

Sums and differences stay on the columns' grid; products and quotients are compared by multiplying across. Everything
out of the ordinary (a figure used twice; in a product or quotient, no end on one side or a number that may be 0 or
below; more digits than 64 bits hold) is left to the plain way; the tests hold both to the same answers.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from marketcross.engine.evidence.columns import Boxes, Columns, Truth, Whole
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.ranges import RANGES, WIDEST, Range, all_of


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
        if kind in RANGES and number:
            decided.update(_decided(columns, kind, group))
    return decided


def _decided(columns: Columns, kind: str, group: list[Relation]) -> Iterable[tuple[str, bool]]:
    ids = (id for relation in group for id in relation.operands)
    rows = np.fromiter(map(columns.position.__getitem__, ids), np.int64).reshape(len(group), -1)
    computed = RANGES[kind](columns.boxes.at(rows), group, columns.steps)
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
    return all_of(ordered[:, 1:] != ordered[:, :-1])


def _overlap(computed: Range, box: Boxes) -> tuple[Truth, Truth]:
    """Whether some number is in both, and where 64 bits sufficed to say so."""
    above = computed.high - box.low * computed.high_over
    below = box.high * computed.low_over - computed.low
    meets = np.where(above == 0, ~(computed.high_open | box.low_open), above > 0) | ~(computed.has_high & box.has_low)
    meets &= np.where(below == 0, ~(computed.low_open | box.high_open), below > 0) | ~(computed.has_low & box.has_high)
    over = np.maximum(computed.low_over, computed.high_over).astype(float)
    return meets, box.fits & (np.maximum(np.abs(box.low), np.abs(box.high)) * over < WIDEST)
