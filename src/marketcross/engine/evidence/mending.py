"""Which single figure, if it were misprinted, would explain a contradiction?

For each figure of the relation: where would it have to lie so that every claim that it is in can be satisfied, all
other figures staying as printed? Where such a place exists, the figure is a suspect; where no figure has one, more
than one must be wrong.
"""

from collections.abc import Iterable, Mapping

from marketcross.engine.evidence.bearing import figures_of
from marketcross.engine.evidence.counting import places_by_count
from marketcross.engine.evidence.finding import AGREES, CONTRADICTS, UNDETERMINED, Finding, Mend
from marketcross.engine.evidence.interval import EVERYTHING, ZERO, Interval
from marketcross.engine.evidence.places import ANYWHERE, NOWHERE, Places, common, places, places_in_line
from marketcross.engine.evidence.sides import Judged
from marketcross.engine.evidence.units import can_be_negative

NOT_NEGATIVE = Interval(ZERO, None, False, True)


def explain(wrong: Iterable[Finding], judged: Judged) -> None:
    """Give each contradicted relation the figures whose change alone would satisfy all claims that they are in."""
    claims = _claims_on(wrong, judged.findings)
    allowed = {id: _allowed(id, about, judged) for id, about in claims.items()}
    for finding in wrong:
        suspects = figures_of(finding.relation, judged.findings)
        finding.mends = tuple(Mend(id, allowed[id]) for id in suspects if allowed[id])


def _claims_on(wrong: Iterable[Finding], findings: Mapping[str, Finding]) -> Mapping[str, Iterable[Finding]]:
    """For each figure of what is wrong, the claims that it is in: not tests, nor what nobody can compare."""
    suspects = (id for finding in wrong for id in figures_of(finding.relation, findings))
    claims: dict[str, list[Finding]] = {id: [] for id in suspects}
    for finding in findings.values() if claims else ():
        relation = finding.relation
        ordinary = relation.kind != "count" and relation.result not in claims
        if ordinary and claims.keys().isdisjoint(relation.operands):
            continue  # nearly all of a large pack
        if finding.verdict in (AGREES, CONTRADICTS, UNDETERMINED):
            for id in claims.keys() & figures_of(relation, findings):
                claims[id].append(finding)
    return claims


def _allowed(id: str, claims: Iterable[Finding], judged: Judged) -> Places:
    """Where all these claims together let the figure lie."""
    figure = judged.figures[id]
    signed = can_be_negative(figure.unit) or figure.value < 0
    where: Places = (EVERYTHING if signed else NOT_NEGATIVE,)
    for claim in claims:
        if not where:
            break
        where = common(where, _asked_by(claim, id, judged))
    return where


def _asked_by(claim: Finding, figure: str, judged: Judged) -> Places:
    """A result must lie where its operands put it; a divisor that could be 0 puts it nowhere in particular."""
    if figure == claim.relation.result:
        return ANYWHERE if claim.computed is None else (claim.computed,)
    if claim.relation.kind == "count":
        return places_by_count(claim.relation, figure, judged)
    if claim.relation.kind == "linear":
        return _on_line(claim, figure, judged)
    return places(claim.relation, figure, judged.printed)


def _on_line(claim: Finding, figure: str, judged: Judged) -> Places:
    """Three figures that no line joins stay so unless one of them changes."""
    joint = claim.sides.joint
    if claim.verdict == CONTRADICTS and joint and figure not in (joint.figure, *joint.others):
        return NOWHERE
    return places_in_line(claim.relation, figure, judged.figures, judged.printed)
