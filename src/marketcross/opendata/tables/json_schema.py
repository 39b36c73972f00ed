"""The published JSON Schema of one row of a table."""

from typing import Any

from marketcross.engine.vocabulary.column import Cell, Column, Kind
from marketcross.engine.vocabulary.money import PENCE_IN_A_POUND

_KINDS: dict[Kind, dict[str, Any]] = {
    Kind.MONEY: {"type": "number"},
    Kind.COUNT: {"type": "integer"},
    Kind.FLAG: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.CODE: {"type": "string"},
    Kind.WORDS: {"type": "string"},
    Kind.TEXT: {"type": "string"},
}
_POUNDS = " In pounds, with at most two decimal places."


def row_schema(title: str, description: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    """A JSON Schema (2020-12) of a row as an object. Money is in pounds."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": description,
        "type": "object",
        "properties": {column.name: _property(column) for column in columns},
        "required": [column.name for column in columns if column.required],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    described = _KINDS[column.kind] | {
        "description": column.description + (_POUNDS if column.kind is Kind.MONEY else "")
    }
    scale = PENCE_IN_A_POUND if column.kind is Kind.MONEY else 1
    if column.kind in (Kind.MONEY, Kind.COUNT):
        bounds = {"minimum": column.at_least, "maximum": column.at_most}
        described |= {word: _scaled(bound, scale) for word, bound in bounds.items() if bound is not None}
    if column.kind is Kind.WORDS:
        word = f"({'|'.join(column.words)})"
        described["pattern"] = f"^({word}( {word})*)?$"
    elif column.codes:
        described["enum"] = list(column.words)
    if column.default is not None and (column.kind is not Kind.DATE):
        described["default"] = _default(column, column.default, scale)
    return described


def _scaled(amount: int, scale: int) -> int | float:
    return amount // scale if amount % scale == 0 else amount / scale


def _default(column: Column, default: Cell, scale: int) -> Cell | float:
    if column.kind is Kind.WORDS:
        return " ".join(column.words_in(int(default)))
    if column.codes:
        return column.codes(int(default)).name.lower()
    return _scaled(int(default), scale) if column.kind is Kind.MONEY else default
