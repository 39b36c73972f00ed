"""Tables cut into blocks of a number of rows, whatever pieces they come in."""

from collections.abc import Iterable, Iterator

import numpy as np

from marketcross.synth.people.columns import TABLES, Cells
from marketcross.synth.people.making import Made


class _Cutter:
    """Holds what is left of one table until a block is full."""

    def __init__(self) -> None:
        self._pieces: list[Cells] = []
        self._held = 0

    def add(self, cells: Cells, rows: int) -> Iterator[Cells]:
        self._pieces.append(cells)
        self._held += _rows(cells)
        if self._held < rows:
            return
        whole = self._joined()
        full = self._held // rows * rows
        for first in range(0, full, rows):
            yield {name: column[first : first + rows] for name, column in whole.items()}
        self._pieces, self._held = [{name: column[full:] for name, column in whole.items()}], self._held - full

    def rest(self) -> Iterator[Cells]:
        if self._held:
            yield self._joined()

    def _joined(self) -> Cells:
        return {name: np.concatenate([piece[name] for piece in self._pieces]) for name in self._pieces[0]}


def in_chunks(made: Iterable[Made], rows: int) -> Iterator[tuple[str, Cells]]:
    """The name of a table and its next block: ``rows`` rows, but for each table's last."""
    cutters = {table.name: _Cutter() for table in TABLES}
    for neighbourhood in made:
        for name, cells in neighbourhood.tables.items():
            for block in cutters[name].add(cells, rows):
                yield name, block
    for name, cutter in cutters.items():
        for block in cutter.rest():
            yield name, block


def _rows(cells: Cells) -> int:
    return len(next(iter(cells.values())))
