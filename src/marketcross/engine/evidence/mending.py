"""Which single figure, if it were misprinted, would explain a contradiction?

For each figure of the relation: where would it have to lie so that every claim that names it can be satisfied, all
other figures staying as printed? Where such a place exists, the figure is a suspect; where no figure has one, more
than one must be wrong.
"""

from collections.abc import Iterable, Mapping

from marketcross.engine.evidence.computed import Intervals
from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.finding import AGREES, CONTRADICTS, UNDETERMINED, Finding, Mend
from marketcross.engine.evidence.interval import EVERYTHING, ZERO, Interval
from marketcross.engine.evidence.places import ANYWHERE, Places, common, places
from marketcross.engine.evidence.units import can_be_negative

NOT_NEGATIVE = Interval(ZERO, None, False, True)


def figures_of(relation: Relation) -> tuple[str, ...]:
    """Every figure that a relation names, once each, the result first; of a ``count`` only the result."""
    if relation.kind == "count":
        return (relation.result,)
    return tuple(dict.fromkeys((relation.result, *relation.operands) if relation.result else relation.operands))


def claims_on(suspects: Iterable[str], findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The claims that each of these figures is in: not tests, and nothing that the author calls not comparable."""
    claims: dict[str, list[Finding]] = {id: [] for id in suspects}
    for finding in findings if claims else ():
        if finding.verdict in (AGREES, CONTRADICTS, UNDETERMINED):
            for id in claims.keys() & figures_of(finding.relation):
                claims[id].append(finding)
    return claims


def mends(
    relation: Relation,
    figures: Mapping[str, Figure],
    claims: Mapping[str, Iterable[Finding]],
    printed: Intervals,
) -> tuple[Mend, ...]:
    """The figures of a contradicted relation whose change alone would satisfy all claims that they are in."""
    found = ((id, allowed(figures[id], claims[id], figures, printed)) for id in figures_of(relation))
    return tuple(Mend(id, where) for id, where in found if where)


def allowed(figure: Figure, claims: Iterable[Finding], figures: Mapping[str, Figure], printed: Intervals) -> Places:
    """Where all these claims together let the figure lie."""
    signed = can_be_negative(figure.unit) or figure.value < 0
    where: Places = (EVERYTHING if signed else NOT_NEGATIVE,)
    for claim in claims:
        where = common(where, _asked_by(claim, figure.id, figures, printed))
    return where


def _asked_by(claim: Finding, figure: str, figures: Mapping[str, Figure], printed: Intervals) -> Places:
    """A result must lie where its operands put it; a divisor that could be 0 puts it nowhere in particular."""
    if figure == claim.relation.result:
        return ANYWHERE if claim.computed is None else (claim.computed,)
    return places(claim.relation, figure, figures, printed)
