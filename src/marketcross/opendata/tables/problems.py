"""What is wrong with a cell, and what would be right."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """``row`` counts data rows from 1; ``column`` is empty where the whole row is wrong; ``found`` is the cell."""

    row: int
    column: str
    found: str
    wrong: str
    right: str

    def __str__(self) -> str:
        where = f"row {self.row}" + (f", {self.column}" if self.column else "")
        return f"{where}: {self.wrong} {self.right}".strip()


class BadTableError(ValueError):
    """The file as a whole cannot be read: a missing or unknown column, a wrong ending, not UTF-8."""
