"""Do the printed figures agree? Every relation of a pack, judged exactly.

Source of the rules: docs/reference/evidence-pack.md; the reasoning, with examples: docs/method/reconciliation.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from graphlib import TopologicalSorter

from marketcross.engine.evidence.computed import Intervals, computed_interval
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.finding import (
    AGREES,
    CONTRADICTS,
    FAILS,
    HOLDS,
    NOT_COMPARABLE,
    UNDETERMINED,
    Finding,
)
from marketcross.engine.evidence.interval import POSITIVE, Interval, distance, meet
from marketcross.engine.evidence.mending import claims_by_figure, mends
from marketcross.engine.evidence.printed import printed_interval
from marketcross.engine.evidence.straight import farthest_from_line, year_number


def reconcile(figures: Mapping[str, Figure], relations: Mapping[str, Relation]) -> tuple[Finding, ...]:
    """One finding for each relation, in their order. Raises ImpossibleIntervalError and graphlib.CycleError."""
    printed = {id: printed_interval(figure) for id, figure in figures.items()}
    findings = judge(figures, relations, printed)
    claims = claims_by_figure(findings.values())
    return tuple(
        replace(finding, size=size_of(finding), mends=mends(finding.relation, figures, claims, printed))
        if finding.verdict == CONTRADICTS
        else finding
        for finding in findings.values()
    )


def tests_of(relations: Iterable[Relation]) -> frozenset[str]:
    """The relations that some count names: they are asked, not claimed."""
    return frozenset(id for relation in relations if relation.kind == "count" for id in relation.operands)


def judge(figures: Mapping[str, Figure], relations: Mapping[str, Relation], printed: Intervals) -> dict[str, Finding]:
    """Sides and verdict of each relation; a count comes after the relations that it names."""
    tests = tests_of(relations.values())
    findings: dict[str, Finding] = {}
    for relation in in_order(relations):
        if relation.kind == "count":
            asked = [findings[id] for id in dict.fromkeys(relation.operands)]
            sides: tuple[Interval, Interval | None] = printed[relation.result], how_many(asked, printed)
        else:
            sides = sides_of(relation, figures, printed)
        findings[relation.id] = Finding(relation, *sides, verdict(relation, *sides, relation.id in tests))
    return {id: findings[id] for id in relations}


def in_order(relations: Mapping[str, Relation]) -> Iterable[Relation]:
    """Each count after the relations that it names. Raises graphlib.CycleError where counts name each other."""
    needs = {id: relation.operands if relation.kind == "count" else () for id, relation in relations.items()}
    return (relations[id] for id in TopologicalSorter(needs).static_order())


def sides_of(relation: Relation, figures: Mapping[str, Figure], printed: Intervals) -> tuple[Interval, Interval | None]:
    """What is printed, and what the operands give."""
    if relation.kind == "linear":
        return farthest_from_line((year_number(figures[id]), printed[id]) for id in relation.operands)
    return POSITIVE if relation.kind == "greater" else printed[relation.result], computed_interval(relation, printed)


def verdict(relation: Relation, printed: Interval, computed: Interval | None, is_test: bool) -> str:
    """``contradicts`` (of a test: ``fails``) only where no values inside the intervals satisfy the relation."""
    if relation.not_comparable:
        return NOT_COMPARABLE
    if computed is None:
        return UNDETERMINED
    possible = meet_whole(printed, computed) if relation.kind == "count" else meet(printed, computed) is not None
    if is_test:
        return HOLDS if possible else FAILS
    return AGREES if possible else CONTRADICTS


def meet_whole(printed: Interval, counts: Interval) -> bool:
    """Whether some whole number is in both: a count of relations is never 2.5."""
    if counts.low is None or counts.high is None:
        raise ValueError("a count has two ends")
    return any(number in printed for number in range(int(counts.low), int(counts.high) + 1))


def how_many(asked: Iterable[Finding], printed: Intervals) -> Interval:
    """From how many tests are certain to hold to how many can hold, whatever was rounded away."""
    known = list(asked)
    certain = sum(holds_for_certain(finding, printed) for finding in known)
    possible = sum(finding.verdict != FAILS for finding in known)
    return Interval(Fraction(certain), Fraction(possible))


def holds_for_certain(finding: Finding, printed: Intervals) -> bool:
    """Whether every choice of values inside the intervals satisfies the relation."""
    computed = finding.computed
    if finding.verdict != HOLDS or computed is None:
        return False
    if finding.relation.kind == "greater":
        return meet(computed, Interval(None, Fraction(0), True, False)) is None
    if finding.relation.kind == "linear":
        return all(printed[id].is_point for id in finding.relation.operands)
    return computed.is_point and finding.printed == computed


def size_of(finding: Finding) -> Fraction:
    """Least distance between the two sides, in the result's unit; 0 where they touch and still cannot meet."""
    assert finding.computed is not None, "a contradiction has two sides"
    return distance(finding.printed, finding.computed)
