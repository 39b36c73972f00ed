"""The two sides of any relation, from what was judged so far."""

from collections.abc import Mapping
from typing import NamedTuple

from marketcross.engine.evidence.computed import Intervals, computed_interval
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.finding import Finding, Sides
from marketcross.engine.evidence.interval import POSITIVE
from marketcross.engine.evidence.straight import hardest_to_join, point_of
from marketcross.engine.evidence.verdicts import how_many


class Judged(NamedTuple):
    """A pack's figures and their printed intervals by figure id, and the findings so far by relation id."""

    figures: Mapping[str, Figure]
    printed: Intervals
    findings: Mapping[str, Finding]


def sides_of(relation: Relation, judged: Judged) -> Sides:
    """See Sides. The relations that a count names must have been judged."""
    if relation.kind == "count":
        asked = [judged.findings[id] for id in dict.fromkeys(relation.operands)]
        return Sides(judged.printed[relation.result], how_many(asked, judged.printed))
    if relation.kind == "linear":
        points = (point_of(judged.figures[id], judged.printed[id]) for id in relation.operands)
        joint = hardest_to_join(points)
        return Sides(joint.printed, joint.place, joint)
    claimed = POSITIVE if relation.kind == "greater" else judged.printed[relation.result]
    return Sides(claimed, computed_interval(relation, judged.printed))
