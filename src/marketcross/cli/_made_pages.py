"""What the makers of reference pages share: the head of a page, and a schema as text."""

import json
from collections.abc import Mapping
from typing import Any

from marketcross.engine.vocabulary.column import Column
from marketcross.opendata.tables import row_schema

MADE = "<!-- Made by `marketcross reference`. Change the definitions, not this page. -->\n"


def page(title: str, *parts: str) -> str:
    """A page of Markdown under the note that it is made."""
    return "\n".join((f"# {title}", "", MADE, *parts)).rstrip() + "\n"


def as_text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def schema_of_rows(title: str, description: str, columns: tuple[Column, ...]) -> str:
    """The JSON Schema of one row."""
    return as_text(row_schema(title, description, columns))
