"""What a chart shows, in words, for a reader who cannot see it. The table beside it holds every number."""

from marketcross.statement.charts.series import Series
from marketcross.statement.document.blocks import Table

KIND_WORDS = {"bars": "Bar chart", "stacked": "Stacked bar chart", "lines": "Line chart"}
SAID_ONE_BY_ONE = 8


def alternative(table: Table, series: Series, kind: str) -> str:
    """Each number where they are few; else each series from its first to its last."""
    opening = f"{KIND_WORDS[kind]}. {table.caption}."
    numbers = _each(series) if len(series.points) <= SAID_ONE_BY_ONE else _ends(series)
    return f"{opening} {numbers} The table holds all numbers."


def _each(series: Series) -> str:
    several = len(series.names) > 1
    said = [f"{p.along}{f', {p.series}' if several else ''}: {p.words}" for p in series.points]
    return "; ".join(said) + "."


def _ends(series: Series) -> str:
    said = []
    for name in series.names:
        points = [point for point in series.points if point.series == name]
        first, last = points[0], points[-1]
        said.append(f"{name}: {first.words} at {first.along}, {last.words} at {last.along}")
    return "; ".join(said) + "."
