"""A table of counts in several dimensions, and the totals that somebody would like to show of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

ALL = ""  # in place of a code: all of this dimension together
Cell: TypeAlias = tuple[str, ...]  # one code, or ALL, for each dimension
Margin: TypeAlias = frozenset[str]  # the dimensions that are told apart; over all others it is a total
Counts: TypeAlias = NDArray[np.int64]

WIDEST = 2_000_000  # innermost cells: more is a table that nobody reads, and would fill the memory


class TableError(ValueError):
    """A table that cannot be counted: what is wrong with it, and where."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way of telling wants apart: its name and its codes, each once."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``counts`` of innermost cells, in which no coordinate is ALL; a cell that is not named is 0.

    :raises TableError: a code twice or empty, a cell that the dimensions do not have, a count below 0, or too wide.
    """

    dimensions: tuple[Dimension, ...]
    counts: Mapping[Cell, int]

    def __post_init__(self) -> None:
        if problems := list(self._problems()):
            raise TableError("; ".join(problems))

    def _problems(self) -> Iterator[str]:
        size = 1
        for one in self.dimensions:
            size *= len(one.codes)
            if ALL in one.codes or len(set(one.codes)) < len(one.codes) or not one.codes:
                yield f"dimension {one.name}: give it at least one code, none of them empty or twice"
        if size > WIDEST:
            yield f"{size:,} innermost cells, and {WIDEST:,} is the most: leave out a dimension"
        known = [frozenset(one.codes) for one in self.dimensions]
        for cell, count in self.counts.items():
            if len(cell) != len(known) or any(code not in codes for code, codes in zip(cell, known, strict=True)):
                yield f"cell {cell}: its codes are not those of {[one.name for one in self.dimensions]}"
            if count < 0:
                yield f"cell {cell}: {count} is below 0"

    def dense(self) -> Counts:
        """All innermost counts as an array with one axis for each dimension."""
        array = np.zeros([len(one.codes) for one in self.dimensions], dtype=np.int64)
        for cell, count in self.counts.items():
            array[self.place(cell)] = count
        return array

    def place(self, cell: Cell) -> tuple[int | slice, ...]:
        """Where the innermost cells of ``cell`` lie in ``dense``: an index of NumPy."""
        return tuple(
            slice(None) if code == ALL else one.codes.index(code)
            for code, one in zip(cell, self.dimensions, strict=True)
        )

    def cells(self, margin: Margin) -> Iterator[Cell]:
        """Every cell of a margin, in the order of the codes."""
        return product(*(one.codes if one.name in margin else (ALL,) for one in self.dimensions))


def every_margin(dimensions: tuple[Dimension, ...]) -> tuple[Margin, ...]:
    """All totals that a table has, from the grand total to the innermost cells."""
    names = [one.name for one in dimensions]
    return tuple(frozenset(some) for size in range(len(names) + 1) for some in combinations(names, size))
