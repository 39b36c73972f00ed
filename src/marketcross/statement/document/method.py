"""How the statement was made: what the author says, then what the machine checked and computed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from marketcross.engine.evidence.finding import AGREES, CONTRADICTS, FAILS, HOLDS, NOT_COMPARABLE, UNDETERMINED
from marketcross.statement.computed import ModelResult
from marketcross.statement.document.blocks import Block, Heading, Jump, Paragraph, Record, Records, Text
from marketcross.statement.document.material import Material
from marketcross.statement.document.methods import method_anchor, method_title, method_words

VERDICT_WORDS = {
    AGREES: ("agrees", "agree"),
    CONTRADICTS: ("is contradicted", "are contradicted"),
    NOT_COMPARABLE: ("is shown side by side", "are shown side by side"),
    UNDETERMINED: ("cannot be decided", "cannot be decided"),
    HOLDS: ("is a test that holds", "are tests that hold"),
    FAILS: ("is a test that fails", "are tests that fail"),
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
    said = [f"{counts[v]:,} {words[counts[v] > 1]}" for v, words in VERDICT_WORDS.items() if counts[v]]
    yield Paragraph(
        (Text(f"Of these, {'; '.join(said)}. "), Jump("See what does not agree", "reconciliation"), Text("."))
    )
    rounding = "A printed number stands for all the numbers that round to it. Two figures contradict each other only "
    yield Paragraph((Text(rounding + "where no numbers inside their rounding could both be right."),))


def _computed(it: Material) -> Iterator[Block]:
    """Each method once, with the tables that it gives. What went into a result stands in the result's evidence."""
    models = [model for model in it.models.values() if model.computed]
    if not models:
        return
    yield Heading(2, it.compositor.anchors.name("method", "computed"), (Text("How computed figures were made"),))
    opening = "The evidence of each computed figure names the figures that it was made from."
    yield Paragraph((Text(opening),))
    methods = dict.fromkeys(model.computed[0].method for model in models)
    yield Records("method", tuple(_method(method, models) for method in methods))


def _method(method: str, models: Sequence[ModelResult]) -> Record:
    titles = [_title(model) for model in models if model.computed[0].method == method]
    rows = (("Used for", (Text("; ".join(titles)),)),)
    return Record(
        method_anchor(method), (Text(method_title(method)),), (Paragraph((Text(method_words(method)),)),), rows, 0
    )


def _title(model: ModelResult) -> str:
    return model.table.caption if model.table else model.id.replace("_", " ").capitalize()


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
