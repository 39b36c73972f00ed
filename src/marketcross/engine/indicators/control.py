"""Which counts of a table may be shown, so that none of them, nor all together, give a small count away.

Counts are taken from the coarsest to the finest, the largest first. One is shown where it has reached the threshold and
where a reader who also sees it could still not be sure that any small count is small. What is left is not shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .reader import Reader
from .table import Cell, Counts, Margin, Table

LOWEST = 3  # below it a count of people could be two, of whom one knows the other
USUAL = 5


@dataclass(frozen=True, slots=True)
class Controlled:
    """The counts that may be shown. A cell that is not here is 'fewer than ``threshold``', or held back to protect one.

    The two are not told apart on purpose: that a count is only held back would say that it is large.
    """

    threshold: int
    shown: Mapping[Cell, int]


def control(table: Table, margins: Sequence[Margin], *, threshold: int = USUAL) -> Controlled:
    """Show what may be shown of ``margins``.

    A nought counts as fewer than the threshold and is never shown. The same table gives the same answer, in whatever
    order its cells come.

    :raises ValueError: a threshold below 3.
    """
    if threshold < LOWEST:
        raise ValueError(f"threshold {threshold} protects nobody: {LOWEST} is the lowest, {USUAL} is usual")
    counts = table.dense()
    reader = Reader(table, counts, threshold, nested=_nested(table, margins))
    shown = {cell: count for cell, count in _candidates(table, counts, margins, threshold) if reader.may_see(cell)}
    return Controlled(threshold, shown)


def _nested(table: Table, margins: Sequence[Margin]) -> bool:
    """Whether every margin but the grand total tells the first dimension apart."""
    return all(table.dimensions[0].name in margin for margin in margins if margin)


def _candidates(table: Table, counts: Counts, margins: Sequence[Margin], threshold: int) -> Iterator[tuple[Cell, int]]:
    """Counts that reached the threshold, from the coarsest margin to the finest, the largest first."""
    for margin in sorted(set(margins), key=lambda one: (len(one), sorted(one))):
        found = [(cell, int(counts[table.place(cell)].sum())) for cell in table.cells(margin)]
        yield from sorted((one for one in found if one[1] >= threshold), key=lambda one: (-one[1], one[0]))
