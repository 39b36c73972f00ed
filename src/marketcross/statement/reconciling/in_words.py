"""What reconciliation found, in plain English for the author of a statement."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.finding import CONTRADICTS, NOT_COMPARABLE, UNDETERMINED, VERDICTS, Finding, Mend
from marketcross.statement.pack import Pack
from marketcross.statement.reading.problems import quoted
from marketcross.statement.reconciling.as_data import settles
from marketcross.statement.reconciling.numbers_in_words import decimal, span

LONGEST = 400  # characters of somebody's text in one line

Settled = Mapping[str, list[str]]  # the contradictions that a figure's change would settle

_COMPUTED = {
    "sum": "Added up, the parts give",
    "difference": "The first less the second gives",
    "product": "Multiplied, they give",
    "ratio": "The first divided by the second gives",
    "percent": "The first in per cent of the second gives",
    "change": "From the first to the second, the change in per cent is",
    "rate": "The first for each {constant} of the second gives",
    "equal": "The same thing, printed elsewhere, is",
    "greater": "The first is said to exceed the second, but first less second is",
    "linear": "They are said to lie on one straight line. One through {others} puts {figure} at",
    "count": "Of the relations named, those that hold are",
}


def in_words(pack: Pack, findings: Iterable[Finding]) -> Iterator[str]:
    """Lines of text: contradictions first, then what cannot be compared or determined, then how many of each."""
    known = list(findings)
    verdicts = {finding.relation.id: finding.verdict for finding in known}
    settled = settles(known)
    for verdict, heading in (
        (CONTRADICTS, "Contradictions: these figures cannot all be right"),
        (NOT_COMPARABLE, "Not comparable: shown side by side, no error"),
        (UNDETERMINED, "Undetermined: a divisor could be 0"),
    ):
        chosen = [finding for finding in known if finding.verdict == verdict]
        if chosen:
            yield f"{heading} ({len(chosen)})"
            yield ""
            for finding in chosen:
                yield from _described(pack, finding, verdicts, settled)
                yield ""
    yield _totals(known)


def _totals(findings: list[Finding]) -> str:
    counts = Counter(finding.verdict for finding in findings)
    parts = [f"{counts[verdict]} {verdict.replace('_', ' ')}" for verdict in VERDICTS if counts[verdict]]
    return f"{len(findings)} relations: {', '.join(parts)}." if parts else "No relations: nothing to reconcile."


def _described(pack: Pack, finding: Finding, verdicts: Mapping[str, str], settled: Settled) -> Iterator[str]:
    relation = finding.relation
    result = pack.figures.get(relation.result)
    yield f"{relation.id} ({relation.kind})"
    if result is not None:
        yield f"  Printed: {_figure(pack, result)}, which stands for {span(finding.printed)}"
    yield f"  {_computed(pack, finding)}"
    if relation.kind != "count":
        for id in dict.fromkeys(relation.operands):
            yield f"    - {_figure(pack, pack.figures[id])}"
    else:
        yield from (f"    - {id}: {verdicts[id].replace('_', ' ')}" for id in relation.operands)
    if finding.verdict == CONTRADICTS:
        yield from _disagreement(pack, finding, settled)
    if relation.not_comparable:
        yield f"  Why not comparable: {_safe(relation.not_comparable)}"
    if relation.note:
        yield f"  Author's note: {_safe(relation.note)}"


def _computed(pack: Pack, finding: Finding) -> str:
    constant, joint = finding.relation.constant, finding.sides.joint
    words = _COMPUTED[finding.relation.kind].format(
        constant="" if constant is None else decimal(constant),
        figure="" if joint is None else _dated(pack.figures[joint.figure]),
        others="" if joint is None else " and ".join(_dated(pack.figures[id]) for id in joint.others),
    )
    if finding.computed is None:
        return f"{words} nothing, because the divisor could be 0:"
    return f"{words} {span(finding.computed)}:"


def _disagreement(pack: Pack, finding: Finding, settled: Settled) -> Iterator[str]:
    if finding.size:
        unit = pack.figures[finding.relation.result or finding.relation.operands[0]].unit
        yield f"  Apart by at least {decimal(finding.size)} {_safe(unit)}."
    else:
        yield "  The two sides touch, and have no number in common."
    if not finding.mends:
        yield "  No single figure explains it: whichever one were changed, another relation of it would break."
        return
    yield "  One figure alone could be the error, if it were instead:"
    for mend in finding.mends:
        others = [id for id in settled[mend.figure] if id != finding.relation.id]
        further = f", which would settle {', '.join(others)}, too" if others else ""
        yield f"    - {_mend(pack.figures[mend.figure], mend)}{further}"


def _mend(figure: Figure, mend: Mend) -> str:
    return f"{_safe(figure.label)}: {' or '.join(map(span, mend.places))} (printed {figure.printed})"


def _figure(pack: Pack, figure: Figure) -> str:
    source = pack.sources[figure.source]
    qualifier = figure.qualifier.replace("_", " ")
    value = " ".join(filter(None, (qualifier, figure.printed, figure.unit)))
    place = f"{source.title}, {source.locator_kind} {figure.locator}" if figure.locator else source.title
    return f"{_safe(figure.label)}: {_safe(value)} [{_safe(place)}]"


def _dated(figure: Figure) -> str:
    return f"{figure.printed} of {figure.period}"


def _safe(text: str) -> str:
    return quoted(text, mark="", longest=LONGEST)
