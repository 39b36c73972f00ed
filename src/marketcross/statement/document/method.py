"""How the statement was made: what the author says, then what the machine checked and computed."""

from collections import Counter
from collections.abc import Iterator

from marketcross.engine.evidence.finding import AGREES, CONTRADICTS, FAILS, HOLDS, NOT_COMPARABLE, UNDETERMINED
from marketcross.statement.document.anchors import evidence_anchor
from marketcross.statement.document.blocks import Block, Heading, Jump, Paragraph, Record, Records, Run, Text
from marketcross.statement.document.material import Material
from marketcross.statement.document.methods import method_words

VERDICT_WORDS = {
    AGREES: "agree",
    CONTRADICTS: "contradict each other",
    NOT_COMPARABLE: "are shown side by side, because they do not count the same thing",
    UNDETERMINED: "cannot be decided",
    HOLDS: "are tests that hold",
    FAILS: "are tests that fail",
}


def method_blocks(it: Material) -> tuple[Block, ...]:
    return (*_checked(it), *_computed(it))


def _checked(it: Material) -> Iterator[Block]:
    """How many relations were tried, and what became of them."""
    if not it.findings:
        return
    yield Heading(2, it.compositor.anchors.name("method", "checks"), (Text("How the figures were checked"),))
    tried = len(it.findings)
    yield Paragraph(
        (Text(f"{_many(tried, 'claim')} that figures make together {'was' if tried == 1 else 'were'} checked."),)
    )
    counts = Counter(finding.verdict for finding in it.findings)
    said = [f"{counts[verdict]:,} {words}" for verdict, words in VERDICT_WORDS.items() if counts[verdict]]
    yield Paragraph(
        (Text(f"Of these, {'; '.join(said)}. "), Jump("See what does not agree", "reconciliation"), Text("."))
    )
    rounding = "A printed number stands for all the numbers that round to it. Two figures contradict each other only "
    yield Paragraph((Text(rounding + "where no numbers inside their rounding could both be right."),))


def _computed(it: Material) -> Iterator[Block]:
    """Each model once, with its method and what went into it."""
    models = [model for model in it.models.values() if model.computed]
    if not models:
        return
    yield Heading(2, it.compositor.anchors.name("method", "computed"), (Text("How computed figures were made"),))
    yield Records("method", tuple(_model(it, model.id) for model in models))


def _model(it: Material, id: str) -> Record:
    model = it.models[id]
    inputs = tuple(dict.fromkeys(input for computed in model.computed for input in computed.inputs))
    title = model.table.caption if model.table else model.id.replace("_", " ").capitalize()
    words = Paragraph((Text(method_words(model.computed[0].method)),))
    rows = (("Made from", inputs_runs(it, inputs)),) if inputs else ()
    return Record(f"model-{id}", (Text(title),), (words,), rows, level=0)


def inputs_runs(it: Material, inputs: tuple[str, ...]) -> tuple[Run, ...]:
    """Figures lead to their evidence; a series is named by its file."""
    runs: list[Run] = []
    for input in inputs:
        known = it.facts.get(input)
        runs += [Text("; ")] if runs else []
        runs.append(Jump(f"{known.label}: {known.words}", evidence_anchor(input)) if known else Text(input))
    return tuple(runs)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
