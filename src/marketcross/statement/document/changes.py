"""What changed since the last edition."""

from collections.abc import Iterator, Sequence

from marketcross.statement.computed import Ref
from marketcross.statement.document.blocks import Block, Bullets, Heading, Paragraph, Runs, Text
from marketcross.statement.document.material import Material
from marketcross.statement.document.tables import set_table
from marketcross.statement.editions import Changed, Changes, change_words, compare, said_words


def change_blocks(it: Material) -> tuple[Block, ...]:
    if it.previous is None:
        return (Paragraph((Text("This is the first edition. The next one will list here what changed."),)),)
    changes = compare(it.previous, it.pack)
    opening = Paragraph((Text(f"Compared with {it.previous.title}, {it.previous.edition}."),))
    if not changes:
        return (opening, Paragraph((Text("No figure and no opportunity changed."),)))
    return (opening, *_lists(it, changes))


def _lists(it: Material, changes: Changes) -> Iterator[Block]:
    yield from _titles(it, "Opportunities opened", changes.opened)
    yield from _titles(it, "Opportunities closed", changes.closed)
    if changes.changed:
        rows = [_row(change) for change in changes.changed]
        yield set_table(it.compositor, "Figures changed", ("What", "Before", "Now", "Change"), rows)
    if changes.added:
        added: list[Sequence[Ref | Runs]] = [((Text(figure.label),), Ref(figure.id)) for figure in changes.added]
        yield set_table(it.compositor, "Figures added", ("What", "Now"), added)
    if changes.gone:
        gone = [((Text(figure.label),), (Text(said_words(figure)),)) for figure in changes.gone]
        yield set_table(it.compositor, "Figures gone", ("What", "Before"), gone)


def _titles(it: Material, heading: str, titles: Sequence[str]) -> Iterator[Block]:
    if titles:
        yield Heading(2, it.compositor.anchors.name("changes", heading), (Text(heading),))
        yield Bullets(tuple((Paragraph((Text(title),)),) for title in titles))


def _row(change: Changed) -> Sequence[Ref | Runs]:
    return (Text(change.new.label),), (Text(said_words(change.old)),), Ref(change.new.id), (Text(change_words(change)),)
