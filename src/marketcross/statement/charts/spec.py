"""The Vega-Lite description of a chart: narrow, so that its words stay readable on a telephone."""

import textwrap
from typing import Any

from marketcross.statement.charts.series import Series
from marketcross.statement.printing.units import unit_words

KINDS = ("bars", "stacked", "lines")
WIDTH = 380  # drawn at up to 1.4 times this on a wide screen, where 13 becomes the size of the text
FONT = "Roboto, Helvetica Neue, Arial, sans-serif"
INK = "#0b0c0c"
# Told apart in greys and by the commonest kinds of colour blindness, 3:1 on white.
COLOURS = ("#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1")
WRAP = 20
BAR = 22

Spec = dict[str, Any]


def spec(series: Series, kind: str) -> Spec:
    """A whole description; ``kind`` is one of ``KINDS``."""
    body = _lines(series) if kind == "lines" else _bars(series, stacked=kind == "stacked")
    return {
        "data": {"values": _values(series)},
        "width": WIDTH,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 8, "top": 2, "right": 18, "bottom": 2},  # letters of another font may be wider
        "background": None,
        "title": _unit_title(series, kind),
        "config": _config(),
        **body,
    }


def _values(series: Series) -> list[Spec]:
    return [
        {"along": _wrapped(p.along), "series": p.series, "number": float(p.number), "words": p.words, "order": i}
        for i, p in enumerate(series.points)
    ]


def _wrapped(words: str) -> str:
    return "\n".join(textwrap.wrap(words, WRAP)) or " "


def _bars(series: Series, *, stacked: bool) -> Spec:
    """Bars lie on their side, so that their names can be read. Lone bars carry their number."""
    several = len(series.names) > 1
    encoding: Spec = {
        "y": {"field": "along", "type": "nominal", "sort": None, "axis": _named_axis()},
        "x": {"field": "number", "type": "quantitative", "axis": _number_axis() if stacked else None},
        "color": _colour(series),
    }
    if several and stacked:
        encoding["order"] = {"field": "order"}
    if several and not stacked:
        encoding["yOffset"] = {"field": "series", "sort": list(series.names)}
    bar: Spec = {"type": "bar"} if several and not stacked else {"type": "bar", "size": BAR}
    layers: list[Spec] = [{"mark": bar}]
    if not stacked:
        text = {"type": "text", "align": "left", "dx": 4, "color": INK, "fontSize": 13}
        layers.append({"mark": text, "encoding": {"text": {"field": "words"}, "color": {"value": INK}}})
    step = 20 * len(series.names) + 12 if several and not stacked else _step(series)
    return {"height": {"step": step, "for": "position"}, "encoding": encoding, "layer": layers}


def _step(series: Series) -> int:
    """Room for the longest name, which wraps."""
    return 16 + 16 * max(_wrapped(row).count("\n") + 1 for row in series.rows)


def _lines(series: Series) -> Spec:
    """Lines along the first column's order, with a mark at each printed number."""
    return {
        "height": 240,
        "encoding": {
            "x": {"field": "along", "type": "ordinal", "sort": None, "axis": {**_named_axis(), "labelAngle": 0}},
            "y": {"field": "number", "type": "quantitative", "axis": _number_axis(), "scale": {"nice": 4}},
            "color": _colour(series),
            "shape": _shape(series),
        },
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 3}},
            {"mark": {"type": "point", "filled": True, "size": 70, "opacity": 1}},
        ],
    }


def _legend(series: Series) -> Spec | None:
    if len(series.names) == 1:
        return None
    return {"orient": "top", "title": None, "columns": 1 if max(map(len, series.names)) > 18 else 2, "symbolOpacity": 1}


def _colour(series: Series) -> Spec:
    """One legend for colour and shape: both must be described alike."""
    scale = {"domain": list(series.names), "range": [COLOURS[i % len(COLOURS)] for i in range(len(series.names))]}
    return {"field": "series", "sort": list(series.names), "scale": scale, "legend": _legend(series)}


def _shape(series: Series) -> Spec:
    return {
        "field": "series",
        "sort": list(series.names),
        "scale": {"domain": list(series.names)},
        "legend": _legend(series),
    }


def _named_axis() -> Spec:
    return {"title": None, "labelExpr": "split(datum.label, '\\n')", "labelLimit": 0, "ticks": False, "labelPadding": 6}


def _number_axis() -> Spec:
    return {"title": None, "tickCount": 4, "format": ",~f"}


def _unit_title(series: Series, kind: str) -> Spec | None:
    """The unit above a chart whose axis has numbers; lone bars say it with each number."""
    if kind == "bars" or not series.unit:
        return None
    words = unit_words(series.unit)
    return {
        "text": words[:1].upper() + words[1:],
        "anchor": "start",
        "fontSize": 13,
        "fontWeight": "normal",
        "color": INK,
    }


def _config() -> Spec:
    text = {"labelFont": FONT, "labelFontSize": 13, "labelColor": INK}
    return {
        "font": FONT,
        "title": {"font": FONT},
        "axis": {**text, "domainColor": "#505a5f", "gridColor": "#d8dbdd", "tickColor": "#505a5f"},
        "legend": {**text, "symbolSize": 120, "labelLimit": 330},
        "view": {"stroke": None},
        "text": {"font": FONT},
        "bar": {"color": COLOURS[0]},
        "line": {"color": COLOURS[0]},
        "point": {"color": COLOURS[0]},
    }
