"""A careful reader of published counts: what they can tell apart, and whether they can be sure that a count is small.

Innermost cells that the same shown counts hold are one *class*: nothing shown tells them apart, and any of them could
hold all of the class. So a small cell is safe in a class whose sum reached the threshold. In a class with fewer, it is
safe where another table fits everything shown and puts the threshold there.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .another import Doubt, another_table
from .table import ALL, Cell, Counts, Table

Labels = NDArray[np.int64]


@dataclass(slots=True)
class Reader:
    """``nested``: every total but the grand one lies within one code of the first dimension."""

    table: Table
    counts: Counts
    threshold: int
    nested: bool
    classes: Labels = field(init=False)
    sizes: list[int] = field(init=False)  # how many innermost cells a class has
    sums: list[int] = field(init=False)  # and how many are counted in it
    seen: list[tuple[int, ...]] = field(default_factory=list)  # shown cells: an index for each dimension, -1 for all
    whole: set[int] = field(default_factory=set)  # codes of the first dimension whose total is shown
    doubts: dict[int, Doubt] = field(default_factory=dict)  # a small class: another table in which it is not small

    def __post_init__(self) -> None:
        self.classes = np.zeros(self.counts.shape, dtype=np.int64)
        self.sizes, self.sums = [self.counts.size], [int(self.counts.sum())]

    def may_see(self, cell: Cell) -> bool:
        """Show ``cell`` to the reader, unless they would then be sure of a small count."""
        before = (self.classes.copy(), list(self.sizes), list(self.sums), dict(self.doubts), set(self.whole))
        self._see(cell)
        if self._in_doubt(cell):
            return True
        self.seen.pop()
        self.classes, self.sizes, self.sums, self.doubts, self.whole = before
        return False

    def _see(self, cell: Cell) -> None:
        """The cells of a class that lie in ``cell`` are now told apart from those that do not."""
        index = self._index(cell)
        self.seen.append(index)
        if index[0] >= 0 and all(one < 0 for one in index[1:]):
            self.whole.add(index[0])
        place = self.table.place(cell)
        inside, counts = np.atleast_1d(self.classes[place]), np.atleast_1d(self.counts[place])
        names = np.arange(len(self.sizes))
        size_in = np.bincount(inside.ravel(), minlength=len(names))
        for old in np.flatnonzero(size_in):
            if size_in[old] < self.sizes[old]:
                names[old] = self._split(int(old), int(size_in[old]), int(counts[inside == old].sum()))
        self.classes[place] = names[self.classes[place]]

    def _split(self, old: int, size: int, held: int) -> int:
        self.sizes[old] -= size
        self.sums[old] -= held
        self.sizes.append(size)
        self.sums.append(held)
        self.doubts.pop(old, None)
        return len(self.sizes) - 1

    def _index(self, cell: Cell) -> tuple[int, ...]:
        return tuple(
            -1 if code == ALL else one.codes.index(code) for code, one in zip(cell, self.table.dimensions, strict=True)
        )

    def _in_doubt(self, cell: Cell) -> bool:
        """Whether every small class could be larger, for all that the reader sees; the newest are asked first."""
        small = [name for name, held in enumerate(self.sums) if 0 < held < self.threshold]
        for name in reversed(small):
            known = self.doubts.get(name)
            if known is not None and known.leaves_alone(self.seen[-1]):
                continue
            found = self._doubt(name)
            if found is None:
                return False
            self.doubts[name] = found
        return True

    def _doubt(self, name: int) -> Doubt | None:
        codes = np.unique(np.nonzero(self.classes == name)[0])
        within: Any = slice(None)
        if self.nested and len(codes) == 1 and int(codes[0]) in self.whole:
            within = slice(int(codes[0]), int(codes[0]) + 1)
        return another_table(
            self.counts[within],
            self.classes[within],
            np.array(self.seen),
            first=within.start or 0,
            grow=name,
            to=self.threshold,
        )
