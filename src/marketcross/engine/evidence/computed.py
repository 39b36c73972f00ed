"""The exact range of a relation while each of its figures takes one value in its printed interval."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import reduce

from marketcross.engine.evidence.figures import Relation
from marketcross.engine.evidence.forms import QUOTIENTS, WEIGHTED, Quotient, quotient_form, weights
from marketcross.engine.evidence.interval import ZERO, Interval, plus, point, times
from marketcross.engine.evidence.multiplying import power, product, quotient

Intervals = Mapping[str, Interval]  # by figure id


def computed_interval(relation: Relation, printed: Intervals) -> Interval | None:
    """What the operands give; None where a divisor could be 0. Not for ``linear`` and ``count``."""
    if relation.kind in WEIGHTED:
        return weighted_sum(weights(relation), printed)
    if relation.kind == "product":
        return product_of_powers(Counter(relation.operands), printed)
    if relation.kind in QUOTIENTS:
        return scaled_quotient(quotient_form(relation), printed)
    raise ValueError(f"relation {relation.id}: {relation.kind} has no computed interval of its own")


def weighted_sum(weight: Mapping[str, int], printed: Intervals) -> Interval:
    parts = [times(printed[figure], Fraction(factor)) for figure, factor in weight.items()]
    return reduce(plus, parts) if parts else point(ZERO)


def product_of_powers(exponent: Mapping[str, int], printed: Intervals) -> Interval:
    factors = [power(printed[figure], times_used) for figure, times_used in exponent.items()]
    return reduce(product, factors) if factors else point(Fraction(1))


def scaled_quotient(form: Quotient, printed: Intervals) -> Interval | None:
    if 0 in printed[form.bottom]:
        return None
    if form.top == form.bottom:
        return point(form.scale + form.shift)
    return plus(times(quotient(printed[form.top], printed[form.bottom]), form.scale), point(form.shift))
