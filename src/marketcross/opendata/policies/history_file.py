"""Past plans, or people of today, as a table: answers to a scheme's questions, with groups to compare and a cost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules import allocation
from marketcross.engine.rules.allocation import Answers, PointsScheme, Reckoner
from marketcross.engine.rules.contradiction import Contradiction
from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.opendata.tables import BadRowsError, BadTableError, Chunk, Problem, Task, read, with_progress
from marketcross.opendata.tables.computing import with_contradictions
from marketcross.opendata.tables.reading import blocks

NOT_STATED = "not stated"
COST = Column("cost", Kind.MONEY, "what the agreed plan costs a week at today's prices", "pence_per_week")

Cells = NDArray[np.generic]


@dataclass(frozen=True, slots=True)
class People:
    """A table's good rows in memory: their numbers, answers and cells by column; and what was wrong with others."""

    rows: NDArray[np.int64]
    given: Answers
    cells: dict[str, Cells]
    problems: list[Problem]

    def only(self, rows: NDArray[np.int64]) -> "People":
        """The people of these row numbers."""
        keep = np.flatnonzero(np.isin(self.rows, rows))
        given = Answers(self.given.level[:, keep], self.given.met[:, keep], self.given.unusual[keep])
        return People(self.rows[keep], given, {n: cells[keep] for n, cells in self.cells.items()}, self.problems)

    def group(self, name: str) -> NDArray[np.object_]:
        """The group of each person; people without one are 'not stated'."""
        return np.array([cell or NOT_STATED for cell in self.cells[name].tolist()], dtype=object)


def group_column(name: str) -> Column:
    """A column that groups people for comparison."""
    return Column(name, Kind.TEXT, "the group to compare", default="")


def _must_be_there(path: Path, groups: list[Column]) -> None:
    """A group may be empty for a person, but its column may not be missing: it would be misspelt."""
    for block in islice(blocks(path), 1):
        absent = [column.name for column in groups if column.name not in block.columns]
        if absent:
            raise BadTableError(
                f"{path}: has no column {', '.join(absent)}. Its columns are {', '.join(block.columns)}."
            )


def read_people(
    path: Path,
    scheme: Reckoner | PointsScheme,
    further: tuple[Column, ...],
    *,
    strict: bool,
    saying: str,
    also: Callable[[Chunk], Iterable[Contradiction]] = lambda chunk: (),
) -> People:
    """Read all people of a table. Columns that nobody asked for are passed over. Raises BadTableError, BadRowsError.

    ``also`` finds contradictions among the further columns.
    """
    _must_be_there(path, [column for column in further if column.kind is Kind.TEXT])
    asked = allocation.columns(scheme)
    columns = (*asked, *(column for column in further if column.name not in {known.name for known in asked}))

    def wrong(chunk: Chunk) -> Iterable[Contradiction]:
        return [*allocation.contradictions(scheme, chunk.values), *also(chunk)]

    task = Task(saying, columns, (), wrong, lambda chunk: {})
    problems: list[Problem] = []
    kept: list[Chunk] = []
    for chunk in with_progress(saying, read(path, columns, others=True)):
        checked = with_contradictions(chunk, task)
        if strict and checked.problems:
            raise BadRowsError(checked.problems)
        problems += checked.problems
        kept.append(checked.good())
    if not kept:
        raise BadRowsError([Problem(0, "", "", f"{path} has no rows.", "Give at least one.")])
    cells = {c.name: np.concatenate([chunk.values[c.name] for chunk in kept]) for c in columns}
    rows = np.concatenate([chunk.row_numbers for chunk in kept])
    return People(rows, allocation.answers(scheme, cells), cells, problems)
