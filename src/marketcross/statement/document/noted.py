"""Beside figures that do not agree, what does not agree and what the author says about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from marketcross.statement.document.anchors import disagreement_anchor
from marketcross.statement.document.blocks import Block, Jump, Note, Panel, Paragraph, Record, Records, Text
from marketcross.statement.document.disagreements import Disagreement
from marketcross.statement.document.walking import figures_in

NO_NOTE = "The author has not explained this yet."


def with_notes(blocks: Iterable[Block], disagreements: Sequence[Disagreement]) -> tuple[Block, ...]:
    """Each disagreement once in a section, straight after the first block that prints one of its figures."""
    known = {disagreement.number: disagreement for disagreement in disagreements}
    return tuple(_noted(blocks, known, set()))


def _noted(blocks: Iterable[Block], known: Mapping[int, Disagreement], shown: set[int]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Panel(kind, heading, inner):
                yield Panel(kind, heading, tuple(_noted(inner, known, shown)))
            case Records("opportunity", entries):
                yield Records("opportunity", tuple(_noted_record(entry, known, shown) for entry in entries))
            case _:
                yield block
                yield from _notes_after((block,), known, shown)


def _noted_record(record: Record, known: Mapping[int, Disagreement], shown: set[int]) -> Record:
    paragraphs = tuple(Paragraph(runs) for _, runs in record.rows)
    notes = _notes_after((*record.blocks, *paragraphs), known, shown)
    return Record(record.anchor, record.title, (*record.blocks, *notes), record.rows, record.level)


def _notes_after(blocks: Iterable[Block], known: Mapping[int, Disagreement], shown: set[int]) -> Iterator[Block]:
    numbers = sorted({mark.number for figure in figures_in(blocks) for mark in figure.marks} - shown)
    shown.update(numbers)
    if numbers:
        yield Note("disagreement", tuple(note_words(known[number]) for number in numbers))


def note_words(disagreement: Disagreement) -> Paragraph:
    """Note 3. What is printed and what the others make. The author's explanation. The way to all of it."""
    return Paragraph(
        (
            Text(f"Note {disagreement.number}: figures that do not agree. ", strong=True),
            Text(f"{disagreement.words} {explanation(disagreement)} "),
            Jump("How this was checked", disagreement_anchor(disagreement.relation.id)),
            Text("."),
        )
    )


def explanation(disagreement: Disagreement) -> str:
    note = disagreement.note.strip()
    return f"The author says: {note}{'' if note.endswith(('.', '!', '?')) else '.'}" if note else NO_NOTE
