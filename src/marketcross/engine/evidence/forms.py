"""Three forms behind the kinds of relation: a weighted sum, a product of powers, a scaled quotient.

A figure named twice stands for one number, so it is gathered before anything is computed.
"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from marketcross.engine.evidence.figures import Relation

WEIGHTED = ("sum", "difference", "equal", "greater")
QUOTIENTS = ("ratio", "percent", "change", "rate")
_NOUGHT, _ONE, _HUNDRED = Fraction(0), Fraction(1), Fraction(100)


class Quotient(NamedTuple):
    """``scale`` x top / bottom + ``shift``; top and bottom are figure ids."""

    top: str
    bottom: str
    scale: Fraction
    shift: Fraction


def weights(relation: Relation) -> Mapping[str, int]:
    """How often each figure is added, less how often it is taken away; of ``greater``, first minus second."""
    if relation.kind in ("sum", "equal"):
        return Counter(relation.operands)
    first, second = relation.operands
    return {first: 1, second: -1} if first != second else {first: 0}


def quotient_form(relation: Relation) -> Quotient:
    first, second = relation.operands
    if relation.kind == "change":
        return Quotient(second, first, _HUNDRED, -_HUNDRED)
    if relation.kind == "rate":
        if relation.constant is None:
            raise ValueError(f"relation {relation.id}: a rate needs a constant")
        return Quotient(first, second, relation.constant, _NOUGHT)
    return Quotient(first, second, _HUNDRED if relation.kind == "percent" else _ONE, _NOUGHT)
