"""The contradictions that remain, numbered in the order of relations.csv, and said in plain words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marketcross.engine.evidence.figures import Relation
from marketcross.engine.evidence.finding import CONTRADICTS, Finding
from marketcross.engine.evidence.interval import Interval
from marketcross.statement.document.anchors import disagreement_anchor
from marketcross.statement.document.blocks import Mark
from marketcross.statement.facts import Fact, Facts
from marketcross.statement.printing import amount, rounded
from marketcross.statement.printing.units import difference_unit

WORKED_OUT = {
    "sum": "Added up, {parts} make {computed}",
    "difference": "{parts}, the second taken from the first, leave {computed}",
    "product": "{parts}, multiplied, make {computed}",
    "ratio": "{parts}, the first divided by the second, make {computed}",
    "percent": "The share of {parts} is {computed}",
    "change": "The change from {parts} is {computed}",
    "rate": "{parts}, the first for each of the second, make {computed}",
    "equal": "Elsewhere the same thing is printed as {parts}",
    "count": "Counted one by one, the statements that hold number {computed}",
}
JOINED = {"percent": " in ", "change": " to "}
SPOKEN_PARTS = 6


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One relation that the printed figures break. ``note`` is the author's explanation, "" where there is none yet."""

    number: int
    finding: Finding
    words: str
    note: str

    @property
    def relation(self) -> Relation:
        return self.finding.relation

    @property
    def figures(self) -> tuple[str, ...]:
        return figures_named(self.relation)


def figures_named(relation: Relation) -> tuple[str, ...]:
    """Every figure that a relation names, once each, the result first; a ``count`` names relations beside it."""
    operands = () if relation.kind == "count" else relation.operands
    return tuple(dict.fromkeys(id for id in (relation.result, *operands) if id))


def disagreements_of(findings: Iterable[Finding], facts: Facts) -> tuple[Disagreement, ...]:
    contradicted = [finding for finding in findings if finding.verdict == CONTRADICTS]
    return tuple(
        Disagreement(number, finding, in_words(finding, facts), finding.relation.note)
        for number, finding in enumerate(contradicted, 1)
    )


def marks_by_figure(disagreements: Iterable[Disagreement]) -> Mapping[str, tuple[Mark, ...]]:
    """For each figure the disagreements that it takes part in."""
    marks: dict[str, tuple[Mark, ...]] = {}
    for known in disagreements:
        for figure in known.figures:
            marks[figure] = (*marks.get(figure, ()), Mark(known.number, disagreement_anchor(known.relation.id)))
    return marks


def in_words(finding: Finding, facts: Facts) -> str:
    """What is printed, what the others make, and how far the two are apart."""
    relation = finding.relation
    if relation.kind == "greater":
        first, second = (facts[id] for id in relation.operands)
        return f"{_said(first)} is called more than {_said(second)}, and is not."
    if relation.kind == "linear":
        first, last = facts[relation.operands[0]], facts[relation.operands[-1]]
        return f"{_said(first)} and the figures up to {_said(last)} are said to lie on one straight line, and do not."
    result = facts[relation.result]
    worked_out = WORKED_OUT[relation.kind].format(
        parts=_parts(relation.operands, relation, facts) if relation.kind != "count" else "",
        computed=interval_words(finding.computed, result),
    )
    return f"{result.label} is printed as {result.words}. {_capital(worked_out)}{_apart(finding.size, result)}."


def _parts(ids: Sequence[str], relation: Relation, facts: Facts) -> str:
    """The operands by their amounts, or how many they are where a sentence cannot hold them."""
    if relation.kind == "sum" and len(ids) > SPOKEN_PARTS:
        return f"its {len(ids)} parts"
    said = [facts[id].words for id in ids]
    if joint := JOINED.get(relation.kind):
        return joint.join(said)
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]


def _said(fact: Fact) -> str:
    return f"{fact.label} ({fact.words})"


def _apart(size: Fraction | None, result: Fact) -> str:
    """How far, with as many digits as it takes to see it."""
    if not size:
        return ""
    decimals = next((places for places in range(7) if Fraction(rounded(size, places))), 7)
    decimals = max(decimals, len(result.digits.partition(".")[2]))
    return f", at least {amount(rounded(size, decimals), difference_unit(result.unit))} away"


def interval_words(interval: Interval | None, fact: Fact) -> str:
    """A range in a figure's own unit and digits."""
    if interval is None:
        return "nothing that can be worked out"
    places = len(fact.digits.partition(".")[2])
    low, high = (None if end is None else rounded(end, places) for end in (interval.low, interval.high))
    if low is None or high is None:
        end, word = (high, "at most") if low is None else (low, "at least")
        return f"{word} {amount(end, fact.unit)}" if end is not None else "any number"
    return amount(low, fact.unit) if low == high else f"between {amount(low, fact.unit)} and {amount(high, fact.unit)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
