"""What changed since the last edition."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from marketcross.engine.evidence.figures import Figure
from marketcross.statement.computed import Ref
from marketcross.statement.document.blocks import Block, Bullets, Heading, Paragraph, Runs, Text
from marketcross.statement.document.material import Material
from marketcross.statement.document.tables import set_table
from marketcross.statement.editions import Changed, Changes, compare
from marketcross.statement.facts import of_figure
from marketcross.statement.printing import amount, period_words, rounded
from marketcross.statement.printing.digits import decimals_of


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
        gone = [((Text(figure.label),), (Text(_said(figure)),)) for figure in changes.gone]
        yield set_table(it.compositor, "Figures gone", ("What", "Before"), gone)


def _titles(it: Material, heading: str, titles: Sequence[str]) -> Iterator[Block]:
    if titles:
        yield Heading(2, it.compositor.anchors.name("changes", heading), (Text(heading),))
        yield Bullets(tuple((Paragraph((Text(title),)),) for title in titles))


def _row(change: Changed) -> Sequence[Ref | Runs]:
    return (Text(change.new.label),), (Text(_said(change.old)),), Ref(change.new.id), (Text(change_words(change)),)


def _said(figure: Figure) -> str:
    return f"{of_figure(figure).words}, {period_words(figure.period)}" if figure.period else of_figure(figure).words


def change_words(change: Changed) -> str:
    """``up 12 homes (4.3%)``; where only the period or the qualifier moved, that."""
    if change.by is None:
        return "counted in another unit"
    if not change.by:
        return "the same number"
    way, size = ("up", change.by) if change.by > 0 else ("down", -change.by)
    share = "" if change.percent is None else f" ({rounded(abs(change.percent), 1)}%)"
    return f"{way} {amount(difference_digits(size, change), change.new.unit)}{share}"


def difference_digits(size: Fraction, change: Changed) -> str:
    """A difference has as many places as the finer of its two sides."""
    return rounded(size, max(decimals_of(change.old.printed), decimals_of(change.new.printed)))
