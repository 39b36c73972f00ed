"""A table drawn as a chart: Vega-Lite to SVG without a browser, with its meaning in words beside it."""

from dataclasses import replace

from marketcross.statement.charts.drawing import svg
from marketcross.statement.charts.series import Series, series_of
from marketcross.statement.charts.spec import KINDS, spec
from marketcross.statement.charts.words import alternative
from marketcross.statement.document.blocks import Chart, Table

__all__ = ["KINDS", "chart_of"]


def chart_of(table: Table, kind: str) -> Table:
    """The same table with its chart; without one where it holds no number to draw."""
    series: Series = series_of(table)
    if not series.points:
        return table
    drawn = svg(spec(series, kind), table.anchor)
    return replace(table, chart=Chart(drawn, alternative(table, series, kind)))
