"""A row as plain data: codes, days as text, names in place of staff, and places of other rows in place of keys."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import models

from marketcross.web.core.audit.digest import canonical
from marketcross.web.core.models import Team, User

from .kinds import Kind

Row = dict[str, Any]
Places = Mapping[tuple[str, Any], list[Any]]  # (model's label, key) -> [kind, place]


def told(kind: Kind, row: models.Model, places: Places) -> Row:
    """What goes out of one row. References to rows that do not go out are left empty."""
    return {column.name: _value(kind, column, row, places) for column in kind.columns}


def _value(kind: Kind, column: models.Field[Any, Any], row: models.Model, places: Places) -> Any:
    if column.name in kind.tells:
        return kind.tells[column.name](row)
    if not isinstance(column, models.ForeignKey):
        return json.loads(canonical(getattr(row, column.name)))
    other = getattr(row, column.name)
    if isinstance(other, User | Team):
        return other.name
    return places.get((column.related_model._meta.label_lower, getattr(row, column.attname)))  # type: ignore[union-attr]
