"""What does not agree: each contradiction in full, then what is shown side by side."""

from collections.abc import Iterator

from marketcross.engine.evidence.finding import NOT_COMPARABLE, Finding, Mend
from marketcross.statement.document.anchors import disagreement_anchor, evidence_anchor
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
)
from marketcross.statement.document.disagreements import Disagreement, figures_named, interval_words
from marketcross.statement.document.evidence import locator_words
from marketcross.statement.document.material import Material

NONE_LEFT = "Every claim that the figures make together was checked. None of them contradicts another."
NO_CLAIM = "No claim that figures make together is recorded, so nothing could be checked."


def reconciliation_blocks(it: Material) -> tuple[Block, ...]:
    return (*_contradictions(it), *_side_by_side(it))


def _contradictions(it: Material) -> Iterator[Block]:
    if not it.disagreements:
        yield Paragraph((Text(NONE_LEFT if it.findings else NO_CLAIM),))
        return
    some = len(it.disagreements)
    opening = "In one place" if some == 1 else f"In {some:,} places"
    yield Paragraph((Text(f"{opening} the printed figures cannot all be right. They are shown as they were printed."),))
    yield Records("disagreement", tuple(_entry(it, known) for known in it.disagreements))


def _entry(it: Material, known: Disagreement) -> Record:
    title = it.facts[known.figures[0]].label
    rows: list[tuple[str, Runs]] = [("What is wrong", (Text(known.words),))]
    rows.append(("Figures", _compared(it, known.finding)))
    rows.append(("To mend it", mending_runs(it, known.finding.mends)))
    rows.append(("The author says", (Text(known.note or "Nothing yet."),)))
    return Record(disagreement_anchor(known.relation.id), (Text(f"Note {known.number}: {title}"),), (), tuple(rows))


def _compared(it: Material, finding: Finding) -> Runs:
    """Each figure with its source and its place there, a line each."""
    runs: list[Run] = []
    for id in figures_named(finding.relation):
        fact = it.facts[id]
        source = it.pack.sources[fact.source]
        place = ", ".join(words for words in (source.title, locator_words(source, fact.locator)) if words)
        runs += [Break()] if runs else []
        runs += [Jump(f"{fact.label}: {fact.words}", evidence_anchor(id)), Text(f" ({place})")]
    return tuple(runs)


def mending_runs(it: Material, mends: tuple[Mend, ...]) -> Runs:
    """Which single figure, changed alone, would satisfy every claim that it is in."""
    if not mends:
        return (Text("No single figure: whichever one changed, another claim that it is in would break."),)
    runs: list[Run] = [Text("Any one of these changes alone:" if len(mends) > 1 else "One change alone:")]
    for mend in mends:
        fact = it.facts[mend.figure]
        places = " or ".join(interval_words(place, fact) for place in mend.places)
        runs += [Break(), Text(f"{fact.label}: {places}")]
    return tuple(runs)


def _side_by_side(it: Material) -> Iterator[Block]:
    """Pairs that do not count the same thing: no errors, and not to be hidden."""
    found = [finding for finding in it.findings if finding.verdict == NOT_COMPARABLE]
    if not found:
        return
    heading = "Shown side by side"
    yield Heading(2, it.compositor.anchors.name("reconciliation", heading), (Text(heading),))
    yield Paragraph((Text("These figures look alike and do not count the same thing. They are no errors."),))
    yield Records("aside", tuple(_aside(it, finding) for finding in found))


def _aside(it: Material, finding: Finding) -> Record:
    rows: list[tuple[str, Runs]] = [("Why", (Text(finding.relation.not_comparable),))]
    if figures_named(finding.relation):
        rows.append(("Figures", _compared(it, finding)))
    if finding.relation.note:
        rows.append(("The author says", (Text(finding.relation.note),)))
    ids = figures_named(finding.relation)
    title = it.facts[ids[0]].label if ids else finding.relation.id
    return Record(disagreement_anchor(finding.relation.id), (Text(title),), (), tuple(rows), level=0)


def work_list(it: Material) -> tuple[Block, ...]:
    """For the author of a draft: what to settle before it is published."""
    return tuple(
        Paragraph(
            (
                Jump(f"Note {known.number}", disagreement_anchor(known.relation.id)),
                Text(f": {known.words} "),
                Text(_to_do(known)),
            )
        )
        for known in it.disagreements
    )


def _to_do(known: Disagreement) -> str:
    if known.note:
        return "The edition will show this with your explanation."
    return f"Correct a figure in figures.csv, or explain it in the note of {known.relation.id} in relations.csv."
