"""reconciliation.json: one object for each relation, for programs and for the statement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.finding import Finding, Mend
from marketcross.engine.evidence.interval import Interval
from marketcross.engine.evidence.reconcile import reconcile
from marketcross.statement.pack import Pack


def reconcile_pack(pack: Pack) -> tuple[Finding, ...]:
    return reconcile(pack.figures, pack.relations)


def reconciliation_json(pack: Pack, findings: Iterable[Finding] | None = None) -> list[dict[str, Any]]:
    """What ``marketcross reconcile --json`` prints. ``findings`` saves judging the pack twice."""
    known = list(reconcile_pack(pack) if findings is None else findings)
    settled = settles(known)
    return [_finding(pack, finding, settled) for finding in known]


def settles(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """For each figure that alone could be the error: the contradictions that its change would settle."""
    settled: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for mend in finding.mends:
            settled[mend.figure].append(finding.relation.id)
    return settled


def _finding(pack: Pack, finding: Finding, settled: Mapping[str, list[str]]) -> dict[str, Any]:
    relation = finding.relation
    result = pack.figures.get(relation.result)
    return {
        "relation": relation.id,
        "kind": relation.kind,
        "printed": result.printed if result else None,
        "printed_interval": ends(finding.printed),
        "computed_interval": ends(finding.computed),
        "verdict": finding.verdict,
        "label": result.label if result else relation.id,
        "unit": result.unit if result else None,
        "printed_interval_exact": exact(finding.printed),
        "computed_interval_exact": exact(finding.computed),
        "size": as_number(finding.size),
        "off_line": _joint(finding),
        "result": relation.result or None,
        "operands": list(relation.operands),
        "sources": _sources(pack, finding),
        "single_figures": [_mend(pack, finding, mend, settled) for mend in finding.mends],
        "not_comparable": relation.not_comparable or None,
        "note": relation.note or None,
    }


def _joint(finding: Finding) -> dict[str, Any] | None:
    """Of ``linear``: the figure that is hardest to join, and the two that the line passes through."""
    joint = finding.sides.joint
    return None if joint is None else {"figure": joint.figure, "through": list(joint.others)}


def _sources(pack: Pack, finding: Finding) -> list[dict[str, str]]:
    """Where each figure of the relation is printed: the result first."""
    relation = finding.relation
    operands = () if relation.kind == "count" else relation.operands
    named = dict.fromkeys(id for id in (relation.result, *operands) if id)
    return [_place(pack, pack.figures[id]) for id in named]


def _place(pack: Pack, figure: Figure) -> dict[str, str]:
    return {
        "figure": figure.id,
        "label": figure.label,
        "printed": figure.printed,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "source": figure.source,
        "title": pack.sources[figure.source].title,
        "locator_kind": pack.sources[figure.source].locator_kind,
        "locator": figure.locator,
    }


def _mend(pack: Pack, finding: Finding, mend: Mend, settled: Mapping[str, list[str]]) -> dict[str, Any]:
    figure = pack.figures[mend.figure]
    return {
        "figure": figure.id,
        "printed": figure.printed,
        "must_lie_in": [ends(place) for place in mend.places],
        "must_lie_in_exact": [exact(place) for place in mend.places],
        "also_settles": [id for id in settled[mend.figure] if id != finding.relation.id],
    }


def ends(interval: Interval | None) -> list[int | float | None] | None:
    """[low, high], null for no end: the nearest numbers that JSON's readers hold; ``exact`` says them exactly."""
    return None if interval is None else [as_number(interval.low), as_number(interval.high)]


def as_number(number: Fraction | None) -> int | float | None:
    if number is None:
        return None
    return number.numerator if number.denominator == 1 else float(number)


def exact(interval: Interval | None) -> dict[str, Any] | None:
    """The ends as fractions ('935/2'), and whether each is open, that is, itself outside."""
    if interval is None:
        return None
    return {
        "low": None if interval.low is None else str(interval.low),
        "high": None if interval.high is None else str(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }
