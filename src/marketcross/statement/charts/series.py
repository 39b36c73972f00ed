"""What a chart can draw of a table: the columns of numbers that share the first such column's unit."""

from dataclasses import dataclass
from fractions import Fraction

from marketcross.statement.document.blocks import Cell, Table, plain


@dataclass(frozen=True, slots=True)
class Point:
    """One number: ``along`` is its row, ``series`` its column, ``words`` how the table prints it."""

    along: str
    series: str
    number: Fraction
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    names: tuple[str, ...]
    points: tuple[Point, ...]
    unit: str

    @property
    def rows(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(point.along for point in self.points))


def series_of(table: Table) -> Series:
    """Points row by row. Numbers of another unit cannot share an axis and stay in the table alone."""
    unit = next((cell.unit for row in table.rows for cell in row[1:] if cell.number is not None), "")
    points = tuple(
        Point(plain(row[0].runs), table.columns[index], cell.number, _short(cell))
        for row in table.rows
        for index, cell in enumerate(row)
        if index and cell.number is not None and cell.unit == unit
    )
    return Series(tuple(dict.fromkeys(point.series for point in points)), points, unit)


def _short(cell: Cell) -> str:
    return plain(cell.runs).removesuffix(" (estimate)")
