"""Where one figure of a relation must lie, the others being where they are printed.

The result is one interval, or two where a divisor may be on either side of 0, or none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from marketcross.engine.evidence.computed import Intervals, product_of_powers, weighted_sum
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.forms import WEIGHTED, Quotient, quotient_form, weights
from marketcross.engine.evidence.interval import (
    EVERYTHING,
    NEGATIVE,
    POSITIVE,
    Interval,
    meet,
    minus,
    plus,
    point,
    times,
)
from marketcross.engine.evidence.multiplying import product, quotient
from marketcross.engine.evidence.roots import roots
from marketcross.engine.evidence.straight import place_on_line, point_of

Places = tuple[Interval, ...]
NOWHERE: Places = ()
ANYWHERE: Places = (EVERYTHING,)


def places(relation: Relation, figure: str, printed: Intervals) -> Places:
    """Where an operand can lie so that the relation can be satisfied. Not for the result, ``linear`` and ``count``."""
    target = POSITIVE if relation.kind == "greater" else printed[relation.result]
    if relation.kind in WEIGHTED:
        return _in_sum(weights(relation), figure, target, printed)
    if relation.kind == "product":
        return _in_product(Counter(relation.operands), figure, target, printed)
    return _in_quotient(quotient_form(relation), figure, target, printed)


def places_in_line(relation: Relation, figure: str, figures: Mapping[str, Figure], printed: Intervals) -> Places:
    """Where a figure of a ``linear`` can lie."""
    points = {id: point_of(figures[id], printed[id]) for id in relation.operands}
    year = points.pop(figure).year
    place = place_on_line(list(points.values()), year)
    return NOWHERE if place is None else (place,)


def common(some: Iterable[Interval], others: Iterable[Interval]) -> Places:
    """The places in both."""
    return tuple(shared for a in some for b in others if (shared := meet(a, b)) is not None)


def _without(used: Mapping[str, int], figure: str) -> dict[str, int]:
    return {id: number for id, number in used.items() if id != figure}


def _if_met(fixed: Interval, target: Interval) -> Places:
    """The figure cancels out: it can lie anywhere, or nowhere."""
    return NOWHERE if meet(fixed, target) is None else ANYWHERE


def _in_sum(weight: Mapping[str, int], figure: str, target: Interval, printed: Intervals) -> Places:
    others = weighted_sum(_without(weight, figure), printed)
    if not weight[figure]:
        return _if_met(others, target)
    if weight[figure] == -1:
        return (minus(others, target),)
    return (times(minus(target, others), Fraction(1, weight[figure])),)


def _in_product(exponent: Mapping[str, int], figure: str, target: Interval, printed: Intervals) -> Places:
    others = product_of_powers(_without(exponent, figure), printed)
    return tuple(root for place in divided(target, others) for root in roots(place, exponent[figure]))


def _in_quotient(form: Quotient, figure: str, target: Interval, printed: Intervals) -> Places:
    if form.top == form.bottom:
        return _if_met(point(form.scale + form.shift), target)
    ratio = times(plus(target, point(-form.shift)), 1 / form.scale)
    if figure == form.top:
        return ANYWHERE if 0 in printed[form.bottom] else (product(ratio, printed[form.bottom]),)
    return common(divided(printed[form.top], ratio), (NEGATIVE, POSITIVE))


def divided(a: Interval, b: Interval) -> Places:
    """The numbers that, multiplied with some number of ``b``, give some number of ``a``; ``b`` may hold 0."""
    if 0 in a and 0 in b:
        return ANYWHERE
    return tuple(quotient(a, part) for part in common((b,), (NEGATIVE, POSITIVE)))
