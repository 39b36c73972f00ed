"""The small language of tests/examples/disclosure, and random tables."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import strategies as st

from marketcross.engine.indicators import ALL, Cell, Dimension, Margin, Table, every_margin

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "disclosure"


def cases() -> list[Any]:
    found = [case for file in sorted(EXAMPLES.glob("*.yaml")) for case in yaml.safe_load(file.read_text("utf-8"))]
    return [pytest.param(case, id=case["name"]) for case in found]


def cell(words: str) -> Cell:
    return tuple(ALL if word == "*" else word for word in words.split())


def table(case: dict[str, Any]) -> Table:
    dimensions = tuple(Dimension(name, tuple(codes)) for name, codes in case["dimensions"].items())
    return Table(dimensions, {cell(words): count for words, count in case["counts"].items()})


def margins(case: dict[str, Any]) -> tuple[Margin, ...]:
    asked = case.get("margins")
    return every_margin(table(case).dimensions) if asked is None else tuple(frozenset(one) for one in asked)


@st.composite
def tables(draw: st.DrawFn, *, widest: tuple[int, ...] = (4, 3, 3), most: int = 12) -> Table:
    """A table of one to three dimensions, mostly of small counts."""
    sizes = [draw(st.integers(1, one)) for one in widest[: draw(st.integers(1, len(widest)))]]
    dimensions = tuple(Dimension(f"d{n}", tuple(f"{'abc'[n]}{i}" for i in range(size))) for n, size in enumerate(sizes))
    counts: dict[Cell, int] = {}
    empty = Table(dimensions, {})
    for one in empty.cells(frozenset(dimension.name for dimension in dimensions)):
        counts[one] = draw(st.one_of(st.just(0), st.integers(0, 4), st.integers(0, most)))
    return Table(dimensions, counts)
