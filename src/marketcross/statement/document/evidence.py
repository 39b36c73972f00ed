"""An entry for each figure: what was printed, where, what it means, and where this statement prints it."""

from collections.abc import Iterator, Mapping, Sequence

from marketcross.engine.evidence.figures import Source
from marketcross.statement.document.anchors import disagreement_anchor, evidence_anchor
from marketcross.statement.document.blocks import Block, Jump, Record, Records, Run, Runs, Text
from marketcross.statement.document.compositor import Use
from marketcross.statement.document.material import Material
from marketcross.statement.document.methods import method_anchor, method_title
from marketcross.statement.document.sources import source_anchor
from marketcross.statement.facts import Fact
from marketcross.statement.printing import amount, period_words, unit_words
from marketcross.statement.printing.qualifiers import MEANING

Rows = Iterator[tuple[str, Runs]]
FEW_INPUTS = 2


def evidence_blocks(it: Material, titles: Mapping[str, str]) -> tuple[Block, ...]:
    """``titles`` gives the title of each section, to say where a figure is printed."""
    if not it.facts:
        return ()
    entries = tuple(_entry(it, fact, titles) for fact in it.facts.values())
    return (Records("evidence", entries),)


def _entry(it: Material, fact: Fact, titles: Mapping[str, str]) -> Record:
    rows = tuple((name, runs) for name, runs in _rows(it, fact, titles) if runs)
    return Record(evidence_anchor(fact.id), (Text(fact.label),), (), rows, level=0)


def _rows(it: Material, fact: Fact, titles: Mapping[str, str]) -> Rows:
    yield ("Computed" if fact.computed else "Printed as"), (Text(fact.words),)
    yield "Unit", _text(unit_words(fact.unit))
    yield "Period", _text(period_words(fact.period))
    yield "Area", _text(it.area(fact.area))
    yield "Group", _text(fact.group)
    if fact.qualifier and not fact.computed:
        yield "Qualifier", _text(MEANING[fact.qualifier])
    yield from _origin(it, fact)
    yield "Note", _text(fact.note)
    yield "Does not agree", _disagreements(it, fact)
    yield "Printed in", _uses(it.compositor.uses.get(fact.id, ()), titles)


def _origin(it: Material, fact: Fact) -> Rows:
    """Of a printed figure the place in its source; of a computed one its inputs, method and range."""
    if not fact.computed:
        source = it.pack.sources[fact.source]
        place = locator_words(source, fact.locator)
        yield "Source", (Jump(source.title, source_anchor(source.id)), *((Text(f", {place}"),) if place else ()))
        return
    yield "Method", (Jump(method_title(fact.method), method_anchor(fact.method)),)
    yield "Made from", _inputs(it, fact)
    if fact.low or fact.high:
        yield "Range that the rounding of its inputs allows", _text(_range(fact))


def _range(fact: Fact) -> str:
    if fact.low and fact.high:
        return f"{amount(fact.low, fact.unit)} to {amount(fact.high, fact.unit)}"
    return f"at least {amount(fact.low, fact.unit)}" if fact.low else f"at most {amount(fact.high, fact.unit)}"


def _inputs(it: Material, fact: Fact) -> Runs:
    """Figures lead to their evidence; a series is named by its file. Results made alike say so only once."""
    alike = next(other for other in it.facts.values() if other.model == fact.model and other.inputs == fact.inputs)
    if alike is not fact and len(fact.inputs) > FEW_INPUTS:
        return Text("the same as "), Jump(alike.label, evidence_anchor(alike.id))
    runs: list[Run] = []
    for input in fact.inputs:
        known = it.facts.get(input)
        runs += [Text("; ")] if runs else []
        runs.append(Jump(f"{known.label}: {known.words}", evidence_anchor(input)) if known else Text(input))
    return tuple(runs)


def locator_words(source: Source, locator: str) -> str:
    """``11.1 para 2`` in a source of sections is 'section 11.1 para 2'; a locator that says its kind says it once."""
    if not locator or locator.lower().startswith(source.locator_kind):
        return locator
    return f"{source.locator_kind} {locator}" if locator[0].isdigit() else locator


def _disagreements(it: Material, fact: Fact) -> Runs:
    """A figure's own disagreements; a computed one has those of its inputs."""
    ids = (fact.id, *fact.inputs)
    found = [known for known in it.disagreements if any(id in known.figures for id in ids)]
    runs: list[Run] = []
    for known in found:
        runs += [Text(", ")] if runs else []
        runs.append(Jump(f"note {known.number}", disagreement_anchor(known.relation.id)))
    return tuple(runs)


def _uses(uses: Sequence[Use], titles: Mapping[str, str]) -> Runs:
    """Section by section, a link to each place that prints the figure: the way back."""
    runs: list[Run] = []
    for section in dict.fromkeys(use.section for use in uses):
        anchors = [use.anchor for use in uses if use.section == section]
        runs += [Text("; ")] if runs else []
        runs.append(Jump(titles[section], anchors[0]))
        for number, anchor in enumerate(anchors[1:], 2):
            runs += [Text(", "), Jump(f"again ({number})", anchor)]
    return tuple(runs)


def _text(words: str) -> Runs:
    return (Text(words),) if words else ()
