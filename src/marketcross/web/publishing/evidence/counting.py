"""Count the wants of whole months and control what is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from marketcross.engine.indicators import Cell, Dimension, Margin, Table, control, distinct, rounded
from marketcross.web.directory.queries import categories
from marketcross.web.directory.vocabulary import GROUPS, TIMES
from marketcross.web.places.queries import localities

from .asking import NOT_SAID, asked

# The totals that a commissioner reads. All tell the kind of support apart, which keeps each kind's table by itself.
MARGINS: tuple[Margin, ...] = tuple(
    frozenset(names.split())
    for names in (
        "", "category", "category locality", "category group", "category time", "category locality group",
        "category locality group time",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that may be shown; an empty code is all together."""

    category: str
    locality: str
    group: str
    time: str
    count: int


def counted(from_: date, until: date, *, threshold: int, rounded_to: int = 1) -> list[Counted]:
    """What may be shown of the wants of ``[from_, until)``."""
    counts = distinct(asked(from_, until))
    shown = control(Table(_dimensions(counts), counts), MARGINS, threshold=threshold).shown
    return [Counted(*cell, rounded(count, to=rounded_to)) for cell, count in sorted(shown.items())]


def _dimensions(cells: Iterable[Cell]) -> tuple[Dimension, ...]:
    """Every code of the lists, so that a reader must think of all; and any that has left a list since."""
    lists = (
        ("category", [kind.code for kind in categories()]),
        ("locality", [*(place.code for place in localities()), NOT_SAID]),
        ("group", list(GROUPS)),
        ("time", list(TIMES)),
    )
    found = [sorted(set(codes)) for codes in zip(*cells, strict=True)] or [[], [], [], []]
    return tuple(
        Dimension(name, tuple(dict.fromkeys([*codes, *seen]))) for (name, codes), seen in zip(lists, found, strict=True)
    )
