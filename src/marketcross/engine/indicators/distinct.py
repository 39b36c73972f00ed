"""Whom a count counts: the same person who asks again and again is one."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from .table import Cell


@dataclass(frozen=True, slots=True)
class Asked:
    """That somebody asked: ``who`` is an opaque key, ``cell`` an innermost cell, ``on`` the day."""

    who: Hashable
    cell: Cell
    on: date


def distinct(asked: Iterable[Asked]) -> Counter[Cell]:
    """How many are counted in each cell: nobody twice under one code of the first dimension.

    Whoever asked more than once is counted where they asked last, on the same day in the last cell by its codes. So the
    cells under one code of the first dimension add up to people; a sum over that dimension counts wants.
    """
    last: dict[tuple[Hashable, str], tuple[date, Cell]] = {}
    for one in asked:
        key = (one.who, one.cell[0])
        last[key] = max(last.get(key, (one.on, one.cell)), (one.on, one.cell))
    return Counter(cell for _, cell in last.values())
