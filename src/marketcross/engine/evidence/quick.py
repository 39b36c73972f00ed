"""The quick way to decide ordinary relations: many at once, in whole numbers, with the same answers as the plain way.

Sums and differences stay on the columns' grid; products and quotients are compared by multiplying across. Everything
out of the ordinary (a figure used twice; in a product or quotient, no end on one side or a number that may be 0 or
below; more digits than 64 bits hold) is left to the plain way; the tests hold both to the same answers.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from marketcross.engine.evidence.columns import Columns, Truth, Whole
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.quick_lines import MOST_YEARS, joined
from marketcross.engine.evidence.ranges import RANGES, all_of, overlap

KINDS = (*RANGES, "linear")


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
        if not number or kind not in KINDS or (kind == "linear" and number > MOST_YEARS):
            continue
        rows = columns.rows(id for relation in group for id in relation.operands).reshape(-1, number)
        straight = kind == "linear"
        meets, usable = joined(columns, figures, group, rows) if straight else _met(columns, kind, group, rows)
        answers = zip(group, meets.tolist(), (usable & _distinct(rows)).tolist(), strict=True)
        decided.update((relation.id, meet) for relation, meet, use in answers if use)
    return decided


def _met(columns: Columns, kind: str, group: list[Relation], rows: Whole) -> tuple[Truth, Truth]:
    """Whether printed and computed have a number in common, and for which relations this way can say so."""
    computed = RANGES[kind](columns.boxes.at(rows), group, columns.steps)
    if kind == "greater":
        return ~computed.has_high | (computed.high > 0), computed.fits
    results = columns.rows(relation.result for relation in group)
    meets, exact = overlap(computed, columns.boxes.at(results))
    return meets, computed.fits & exact


def _distinct(rows: Whole) -> Truth:
    """Rows in which no operand stands twice."""
    ordered = np.sort(rows, axis=1)
    return all_of(ordered[:, 1:] != ordered[:, :-1])
