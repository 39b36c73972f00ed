"""Where a table says its units: once, and as near to the reader as it can without saying it twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketcross.statement.printing.units import parse, unit_words


@dataclass(frozen=True, slots=True)
class Named:
    """A table's caption and headings with units in them; ``once``: the cells of this column need not say it."""

    caption: str
    columns: tuple[str, ...]
    once: tuple[bool, ...]


def named_units(caption: str, columns: Sequence[str], units: Sequence[set[str]]) -> Named:
    """``units`` holds the units of each column's figures.

    One unit in the whole table stands in the caption; one unit in a column, in its heading; else in each cell.
    """
    once = tuple(len(found) <= 1 for found in units)
    everywhere = set().union(*units)
    if len(everywhere) == 1:
        return Named(_with_unit(caption, everywhere.pop(), ""), tuple(columns), once)
    names = tuple(
        _with_unit(column, next(iter(found)), caption) if len(found) == 1 else column
        for column, found in zip(columns, units, strict=True)
    )
    return Named(caption, names, once)


def _with_unit(words: str, unit: str, context: str) -> str:
    """Signs such as £ and % stand in the cells; a noun that the words already hold is not said again."""
    it = parse(unit)
    telling = [part.split()[-1].lower() for part in (it.noun, it.per) if part]
    said = all(word in f"{words} {context}".lower() for word in telling)
    return words if said else f"{words} ({unit_words(unit)})"
