"""Another table that fits everything shown, and in which a class of cells is not small.

A solver proposes it in floats; only what whole numbers confirm is believed. What it does not find is not shown.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from .table import Counts

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Doubt:
    """How another table differs: the places of innermost cells, a row each, and by how many."""

    places: Integers
    differs: Integers

    def leaves_alone(self, shown: tuple[int, ...]) -> bool:
        """Whether a shown cell has the same count in both tables; -1 stands for all of a dimension."""
        return int(self.differs[_holds(np.array([shown]), self.places)[0]].sum()) == 0


def another_table(
    counts: Counts, classes: Integers, shown: Integers, *, first: int, grow: int, to: int
) -> Doubt | None:
    """A table that differs as little as may be, with ``to`` or more in class ``grow``; None where none was found.

    ``counts`` and ``classes`` are that part of the table which may differ; ``first`` is where it
    begins on the first axis.
    """
    names, at, member = np.unique(classes, return_index=True, return_inverse=True)
    places = np.stack(np.unravel_index(at, classes.shape), axis=1).astype(np.int64)
    places[:, 0] += first
    sums = np.zeros(len(names), dtype=np.int64)
    np.add.at(sums, member.ravel(), counts.ravel())
    target = int(np.searchsorted(names, grow))
    held = _holds(shown, places)
    differs = _proposed(held, sums, target, to)
    if differs is None or (sums + differs < 0).any() or sums[target] + differs[target] < to:
        return None
    if (held.astype(np.int64) @ differs).any():
        return None
    return _as_cells(counts, member.reshape(classes.shape), places, differs, first)


def _holds(shown: Integers, places: Integers) -> NDArray[np.bool_]:
    """Which shown cell (row) holds which innermost cell (column)."""
    return np.asarray(((shown[:, None, :] < 0) | (shown[:, None, :] == places[None, :, :])).all(axis=2))


def _proposed(held: NDArray[np.bool_], sums: Integers, target: int, to: int) -> Integers | None:
    """Whole numbers to add to each class: what rises, what falls, no shown count changed."""
    size = len(sums)
    rows = np.unique(held, axis=0).astype(float)
    enough = np.zeros(2 * size)
    enough[target], enough[size + target] = 1, -1
    found = milp(
        np.ones(2 * size),
        integrality=np.ones(2 * size),
        bounds=Bounds(0, np.concatenate([np.full(size, np.inf), sums.astype(float)])),
        constraints=[
            LinearConstraint(np.hstack([rows, -rows]), 0, 0),
            LinearConstraint(enough, to - int(sums[target]), np.inf),
        ],
    )
    if found.x is None:
        return None
    moved = np.rint(found.x).astype(np.int64)
    return np.asarray(moved[:size] - moved[size:])


def _as_cells(counts: Counts, member: Integers, places: Integers, differs: Integers, first: int) -> Doubt:
    """The difference of classes as that of innermost cells: a rise at its first, a fall wherever somebody is."""
    where: list[tuple[int, ...]] = []
    by: list[int] = []
    for name in np.flatnonzero(differs):
        change = int(differs[name])
        if change > 0:
            where.append(tuple(int(one) for one in places[name]))
            by.append(change)
            continue
        for cell in zip(*np.nonzero((member == name) & (counts > 0)), strict=True):
            taken = min(-change, int(counts[cell]))
            change += taken
            where.append((int(cell[0]) + first, *(int(one) for one in cell[1:])))
            by.append(-taken)
            if not change:
                break
    return Doubt(np.array(where, dtype=np.int64), np.array(by, dtype=np.int64))
