"""Do the printed figures agree? Every relation of a pack, judged exactly.

The rules: docs/reference/evidence-pack.md; the reasoning, with examples: docs/method/reconciliation.md.
"""

from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.finding import CONTRADICTS, Finding, Sides
from marketcross.engine.evidence.interval import Interval
from marketcross.engine.evidence.mending import explain
from marketcross.engine.evidence.printed import printed_interval
from marketcross.engine.evidence.quick import quickly_decided
from marketcross.engine.evidence.sides import Judged, sides_of
from marketcross.engine.evidence.verdicts import can_meet, size_of, verdict

Figures = Mapping[str, Figure]
Relations = Mapping[str, Relation]


def reconcile(figures: Figures, relations: Relations) -> tuple[Finding, ...]:
    """One finding for each relation, in their order. Raises ImpossibleIntervalError and graphlib.CycleError.

    Ordinary relations are decided many at once (``quick``), the others as ``reconcile_plainly`` decides all.
    """
    return _reconciled(figures, relations, quickly_decided(figures, relations.values()))


def reconcile_plainly(figures: Figures, relations: Relations) -> tuple[Finding, ...]:
    """The same, in fractions throughout: slow, and the judge of the quick way."""
    return _reconciled(figures, relations, {})


class _PrintedIntervals(dict[str, Interval]):
    """By figure id, worked out when first asked for."""

    def __init__(self, figures: Figures) -> None:
        super().__init__()
        self._figures = figures

    def __missing__(self, id: str) -> Interval:
        interval = self[id] = printed_interval(self._figures[id])
        return interval


def _reconciled(figures: Figures, relations: Relations, decided: Mapping[str, bool]) -> tuple[Finding, ...]:
    findings: dict[str, Finding] = {}
    judged = Judged(figures, _PrintedIntervals(figures), findings)
    tests = {id for relation in relations.values() if relation.kind == "count" for id in relation.operands}

    def sides(relation: Relation) -> Sides:
        return sides_of(relation, judged)

    for relation in _in_order(relations):
        possible = decided.get(relation.id)
        if possible is None:
            possible = can_meet(relation.kind, sides(relation))
        findings[relation.id] = Finding(relation, verdict(relation, possible, relation.id in tests), sides)
    wrong = [finding for finding in findings.values() if finding.verdict == CONTRADICTS]
    for finding in wrong:
        finding.size = size_of(finding)
    explain(wrong, judged)
    return tuple(findings[id] for id in relations)


def _in_order(relations: Relations) -> Iterable[Relation]:
    """Counts come last, each after the counts that it names."""
    counts = {id: relation.operands for id, relation in relations.items() if relation.kind == "count"}
    yield from (relation for relation in relations.values() if relation.kind != "count")
    yield from (relations[id] for id in TopologicalSorter(counts).static_order() if id in counts)
