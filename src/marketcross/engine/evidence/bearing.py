"""Which figures bear on a relation: those that it names, and of a count those of the tests below it."""

from collections.abc import Mapping

from marketcross.engine.evidence.figures import Relation
from marketcross.engine.evidence.finding import Finding


def named_figures(relation: Relation) -> tuple[str, ...]:
    """The figures that a relation names itself, once each, the result first."""
    operands = () if relation.kind == "count" else relation.operands
    return tuple(dict.fromkeys((relation.result, *operands) if relation.result else operands))


def figures_of(relation: Relation, findings: Mapping[str, Finding]) -> tuple[str, ...]:
    """Every figure that bears on a relation: of a count also those of its tests, and of theirs."""
    if relation.kind != "count":
        return named_figures(relation)
    tests = tests_below(relation, findings)
    return tuple(dict.fromkeys(id for one in (relation, *tests) for id in named_figures(one)))


def tests_below(count: Relation, findings: Mapping[str, Finding]) -> list[Relation]:
    """The relations that a count names, and those that counts among them name, each before the counts that name it."""
    found: dict[str, Relation] = {}
    waiting = [(count.id, False)]
    while waiting:
        id, named_done = waiting.pop()
        relation = findings[id].relation
        if id in found:
            continue
        if named_done or relation.kind != "count":
            found[id] = relation
        else:
            waiting += [(id, True), *((operand, False) for operand in relation.operands)]
    del found[count.id]
    return list(found.values())
