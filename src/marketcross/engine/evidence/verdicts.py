"""From the two sides of a relation to its verdict."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from marketcross.engine.evidence.figures import Relation
from marketcross.engine.evidence.finding import (
    AGREES,
    CONTRADICTS,
    FAILS,
    HOLDS,
    NOT_COMPARABLE,
    UNDETERMINED,
    Finding,
    Sides,
)
from marketcross.engine.evidence.interval import Interval, distance, meet

NOT_ABOVE_0 = Interval(None, Fraction(0), True, False)


def verdict(relation: Relation, can_meet: bool | None, is_test: bool) -> str:
    """``contradicts`` (of a test: ``fails``) only where no values inside the intervals satisfy the relation.

    ``can_meet`` says whether some do; None where a divisor could be 0.
    """
    if relation.not_comparable:
        return NOT_COMPARABLE
    if can_meet is None:
        return UNDETERMINED
    if is_test:
        return HOLDS if can_meet else FAILS
    return AGREES if can_meet else CONTRADICTS


def can_meet(kind: str, sides: Sides) -> bool | None:
    """Whether some number is on both sides; of a count, some whole number: 2.5 relations cannot hold."""
    if sides.computed is None:
        return None
    shared = meet(sides.printed, sides.computed)
    if kind != "count" or shared is None:
        return shared is not None
    return any(number in shared for number in range(*_whole_ends(sides.computed)))


def _whole_ends(counts: Interval) -> tuple[int, int]:
    low, high = counts.low or 0, counts.high or 0
    return int(low), int(high) + 1


def how_many(asked: Iterable[Finding], printed: Mapping[str, Interval]) -> Interval:
    """From how many tests are certain to hold to how many can hold, whatever was rounded away."""
    known = list(asked)
    certain = sum(holds_for_certain(finding, printed) for finding in known)
    possible = sum(finding.verdict != FAILS for finding in known)
    return Interval(Fraction(certain), Fraction(possible))


def holds_for_certain(finding: Finding, printed: Mapping[str, Interval]) -> bool:
    """Whether every choice of values inside the intervals satisfies the relation."""
    if finding.verdict != HOLDS or finding.computed is None:
        return False
    if finding.relation.kind == "greater":
        return meet(finding.computed, NOT_ABOVE_0) is None
    if finding.relation.kind == "linear":
        return all(printed[id].is_point for id in finding.relation.operands)
    return finding.computed.is_point and finding.printed == finding.computed


def size_of(finding: Finding) -> Fraction:
    """Least distance between the two sides, in the result's unit; 0 where they touch and still cannot meet."""
    if finding.computed is None:
        raise ValueError(f"relation {finding.relation.id}: a side that is not known is at no distance")
    return distance(finding.printed, finding.computed)
