"""What a column of facts or results is: its kind, unit, default and limits, said once for code, files and documents.

In memory a column is a NumPy array: money, counts, dates and codes are int64, flags are bool, text is ``object``. Money
is pence, a date its proleptic ordinal (``date.toordinal``), a code the number of its enumeration, words the sum of
theirs (each a power of two), in the smallest unsigned integers that hold it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import TypeAlias

Cell: TypeAlias = int | bool | str

NO_DATE = 0  # the ordinal that stands for 'no such date'; 1 January of year 1 is ordinal 1


class Kind(StrEnum):
    """What a cell holds, and how a file writes it."""

    MONEY = "money"  # pounds with at most two decimals
    COUNT = "count"  # a whole number
    FLAG = "flag"  # yes or no
    DATE = "date"  # 2026-11-21
    CODE = "code"  # one word of a list
    WORDS = "words"  # several words of a list, with spaces between
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``default`` None means that the cell must be given. ``codes`` is its list of words.

    ``unit`` is that of ``rules.explanation.Used``. ``at_least`` and ``at_most`` bound money (in pence) and counts;
    None is no bound.
    """

    name: str
    kind: Kind
    description: str
    unit: str = ""
    default: Cell | None = None
    codes: type[IntEnum] | None = None
    at_least: int | None = 0
    at_most: int | None = None

    @property
    def required(self) -> bool:
        return self.default is None

    @property
    def words(self) -> tuple[str, ...]:
        """The words that a code column may hold, as files write them."""
        return tuple(code.name.lower() for code in self.codes or ())

    @property
    def most_words(self) -> int:
        """The number of a cell of a words column that holds every word."""
        return sum(code.value for code in self.codes or ())

    def words_in(self, cell: int) -> tuple[str, ...]:
        """The words that a cell of a words column holds, in the order of the list."""
        return tuple(code.name.lower() for code in self.codes or () if code & cell)

    def said(self, cell: Cell) -> int | bool | str | date | None:
        """The cell as an explanation shows it: a code as its word, an ordinal as its date."""
        if self.kind is Kind.CODE and self.codes:
            return self.codes(int(cell)).name.lower().replace("_", " ")
        if self.kind is Kind.WORDS:
            return ", ".join(self.words_in(int(cell))).replace("_", " ")
        if self.kind is Kind.DATE:
            return date.fromordinal(int(cell)) if cell != NO_DATE else None
        return bool(cell) if self.kind is Kind.FLAG else cell


def by_name(columns: tuple[Column, ...]) -> Mapping[str, Column]:
    """Columns under their names. Raises ValueError where a name comes twice."""
    named = {column.name: column for column in columns}
    if len(named) != len(columns):
        raise ValueError("Two columns have the same name.")
    return named
