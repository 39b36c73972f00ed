"""Each opportunity as an entry of its own: what, where, for whom, how to respond, and the figures that it rests on."""

from collections.abc import Iterator, Sequence

from marketcross.statement.document.anchors import Anchors, evidence_anchor
from marketcross.statement.document.blocks import (
    Block,
    Break,
    Heading,
    Jump,
    Paragraph,
    Record,
    Records,
    Run,
    Runs,
    Text,
    plain,
)
from marketcross.statement.document.parts import parts
from marketcross.statement.document.walking import figures_in
from marketcross.statement.facts import Facts

LABELS = ("Where", "For whom", "When", "How to respond")


def opportunity_records(blocks: Sequence[Block], facts: Facts, anchors: Anchors) -> tuple[Block, ...]:
    opening, headed = parts(blocks)
    entries = tuple(_record(heading, inner, facts, anchors) for heading, inner in headed)
    return (*opening, Records("opportunity", entries)) if entries else opening


def _record(heading: Heading, blocks: Sequence[Block], facts: Facts, anchors: Anchors) -> Record:
    text: list[Block] = []
    rows: list[tuple[str, Runs]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            spoken, labelled = labelled_lines(block.runs)
            rows += labelled
            text += [Paragraph(spoken)] if plain(spoken).strip() else []
        else:
            text.append(block)
    evidence = _evidence([*blocks, heading], facts)
    anchor = anchors.name("opportunity", plain(heading.runs))
    return Record(anchor, heading.runs, tuple(text), (*rows, *([("Evidence", evidence)] if evidence else [])))


def _evidence(blocks: Sequence[Block], facts: Facts) -> Runs:
    """Every figure that the opportunity prints, once, with what it counts."""
    ids = dict.fromkeys(figure.fact for figure in figures_in(blocks))
    lines = [(Jump(f"{facts[id].label}: {facts[id].words}", evidence_anchor(id)), Break()) for id in ids]
    return tuple(run for line in lines for run in line)[:-1]


def labelled_lines(runs: Runs) -> tuple[Runs, list[tuple[str, Runs]]]:
    """A paragraph's lines that start with a label, such as ``Where:``, taken out of it."""
    spoken: list[Run] = []
    labelled: list[tuple[str, Runs]] = []
    for line in lines_of(runs):
        label = label_of(line)
        if label:
            labelled.append((label, _after(line)))
        else:
            spoken += [*([Text("\n")] if spoken else []), *line]
    return tuple(spoken), labelled


def lines_of(runs: Runs) -> Iterator[Runs]:
    line: list[Run] = []
    for run in runs:
        if isinstance(run, Break) or (isinstance(run, Text) and run.text == "\n"):
            yield tuple(line)
            line = []
        else:
            line.append(run)
    yield tuple(line)


def label_of(line: Runs) -> str:
    words = plain(line).lstrip().lower()
    return next((label for label in LABELS if words.startswith(f"{label.lower()}:")), "")


def _after(line: Runs) -> Runs:
    """What follows the label, whether the author set it bold or not."""
    rest, skip = list(line), plain(line).index(":") + 1
    while rest and isinstance(first := rest[0], Text):
        kept = first.text[skip:].lstrip()
        skip = max(0, skip - len(first.text))
        if kept:
            rest[0] = Text(kept, first.strong, first.emphasis)
            break
        rest.pop(0)
    return tuple(rest)
