"""Do the printed figures agree? Every relation of a pack, judged exactly.

The rules: docs/reference/evidence-pack.md; the reasoning, with examples: docs/method/reconciliation.md.
"""

from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

from marketcross.engine.evidence.computed import computed_interval
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.finding import CONTRADICTS, Finding, Sides
from marketcross.engine.evidence.interval import POSITIVE, Interval
from marketcross.engine.evidence.mending import claims_on, figures_of, mends
from marketcross.engine.evidence.printed import printed_interval
from marketcross.engine.evidence.quick import quickly_decided
from marketcross.engine.evidence.straight import farthest_from_line, year_number
from marketcross.engine.evidence.verdicts import can_meet, how_many, size_of, verdict

Figures = Mapping[str, Figure]
Relations = Mapping[str, Relation]


def reconcile(figures: Figures, relations: Relations) -> tuple[Finding, ...]:
    """One finding for each relation, in their order. Raises ImpossibleIntervalError and graphlib.CycleError.

    Ordinary relations are decided many at once (``quick``), the others as ``reconcile_plainly`` decides all.
    """
    return _Reconciliation(figures, relations, quickly_decided(figures, relations.values())).findings()


def reconcile_plainly(figures: Figures, relations: Relations) -> tuple[Finding, ...]:
    """The same, in fractions throughout: slow, and the judge of the quick way."""
    return _Reconciliation(figures, relations, {}).findings()


class _PrintedIntervals(dict[str, Interval]):
    """By figure id, worked out when first asked for."""

    def __init__(self, figures: Figures) -> None:
        super().__init__()
        self._figures = figures

    def __missing__(self, id: str) -> Interval:
        interval = self[id] = printed_interval(self._figures[id])
        return interval


class _Reconciliation:
    """One pack on its way to its findings."""

    def __init__(self, figures: Figures, relations: Relations, decided: Mapping[str, bool]) -> None:
        self._figures, self._relations, self._decided = figures, relations, decided
        self._printed = _PrintedIntervals(figures)
        self._counts = {id: relation.operands for id, relation in relations.items() if relation.kind == "count"}
        self._tests = {id for operands in self._counts.values() for id in operands}
        self._findings: dict[str, Finding] = {}

    def findings(self) -> tuple[Finding, ...]:
        for id in self._in_order():
            self._findings[id] = self._judged(self._relations[id])
        wrong = [finding for finding in self._findings.values() if finding.verdict == CONTRADICTS]
        claims = claims_on((id for finding in wrong for id in figures_of(finding.relation)), self._findings.values())
        for finding in wrong:
            finding.size = size_of(finding)
            finding.mends = mends(finding.relation, self._figures, claims, self._printed)
        return tuple(self._findings[id] for id in self._relations)

    def _in_order(self) -> Iterable[str]:
        """Counts come last, each after the counts that it names."""
        yield from (id for id in self._relations if id not in self._counts)
        yield from (id for id in TopologicalSorter(self._counts).static_order() if id in self._counts)

    def _judged(self, relation: Relation) -> Finding:
        possible = self._decided.get(relation.id)
        if possible is None:
            possible = can_meet(relation.kind, self._sides(relation))
        return Finding(relation, verdict(relation, possible, relation.id in self._tests), self._sides)

    def _sides(self, relation: Relation) -> Sides:
        if relation.kind == "count":
            asked = [self._findings[id] for id in dict.fromkeys(relation.operands)]
            return Sides(self._printed[relation.result], how_many(asked, self._printed))
        if relation.kind == "linear":
            points = ((year_number(self._figures[id]), self._printed[id]) for id in relation.operands)
            return Sides(*farthest_from_line(points))
        claimed = POSITIVE if relation.kind == "greater" else self._printed[relation.result]
        return Sides(claimed, computed_interval(relation, self._printed))
