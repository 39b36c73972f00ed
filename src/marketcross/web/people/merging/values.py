"""Change one field of one row for a merge, and write it down; and change it back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from marketcross.web.core.audit.writing import plain
from marketcross.web.people.models.merging import Merge, MergedValue


def change(merge: Merge, rows: Iterable[Any], field: str, value: Any) -> None:
    """Give ``field`` of all ``rows`` one value; rows that have it already are left alone."""
    given = list(rows)
    if not given:
        return
    model = type(given[0])
    column = _column(model, field)
    changed = [row for row in given if getattr(row, column.attname) != value]
    MergedValue.objects.bulk_create(
        MergedValue(
            merge=merge,
            model=row._meta.label_lower,
            row=row.pk,
            field=field,
            before=plain(getattr(row, column.attname)),
            after=plain(value),
        )
        for row in changed
    )
    put(model, [row.pk for row in changed], field, value)


def put(model: type[models.Model], keys: Iterable[UUID], field: str, value: Any) -> None:
    """Write a value into some rows, without a word about it."""
    model._base_manager.filter(pk__in=list(keys)).update(**{_column(model, field).attname: value})


def give_back(values: Iterable[MergedValue]) -> None:
    """What the fields held before, wherever they still hold what the merge gave them; what changed since is left."""
    for one in values:
        model = apps.get_model(one.model)
        column = _column(model, one.field)
        row = model._base_manager.filter(pk=one.row).first()
        if row is not None and plain(getattr(row, column.attname)) == one.after:
            put(model, [one.row], one.field, read(column, one.before))


def read(column: Any, value: Any) -> Any:
    """A value out of JSON as the field holds it."""
    if value is None or isinstance(value, list):
        return value
    return (column.target_field if column.is_relation else column).to_python(value)


def _column(model: type[models.Model], field: str) -> Any:
    return model._meta.get_field(field)
