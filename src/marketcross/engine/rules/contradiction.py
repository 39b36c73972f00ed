"""Facts that cannot all be true of one person, found before a rule is applied to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Contradiction:
    """``row`` counts from 0 in the table given; ``column`` is where to mend it; both sentences are for the person."""

    row: int
    column: str
    wrong: str
    right: str


def where(rows: NDArray[np.bool_], column: str, wrong: str, right: str) -> Iterator[Contradiction]:
    """One contradiction for each row that is true."""
    return (Contradiction(int(row), column, wrong, right) for row in np.flatnonzero(rows))


def in_order(found: Iterable[Contradiction]) -> list[Contradiction]:
    """By row, and within a row as they were found."""
    return sorted(found, key=lambda contradiction: contradiction.row)
