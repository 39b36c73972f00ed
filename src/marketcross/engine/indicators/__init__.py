"""Counts that may be shown: the one disclosure-control module (docs/method/disclosure-control.md)."""

from .change import change
from .control import Controlled, control
from .distinct import Asked, distinct
from .rounding import rounded
from .table import ALL, Cell, Dimension, Margin, Table, TableError, every_margin

__all__ = [
    "ALL",
    "Asked",
    "Cell",
    "Controlled",
    "Dimension",
    "Margin",
    "Table",
    "TableError",
    "change",
    "control",
    "distinct",
    "every_margin",
    "rounded",
]
