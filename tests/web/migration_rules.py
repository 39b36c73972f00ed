"""What a migration of ours may do, as far as a machine can tell. docs/method/migrations.md says why."""

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, RemoveIndexConcurrently
from django.db.migrations import Migration
from django.db.migrations import operations as ops
from django.db.models import NOT_PROVIDED, CheckConstraint

# A step that takes something away says since which release no code uses it: `# unused since 0.3.0`.
MARKER = re.compile(r"#\s*unused since \d+\.\d+\.\d+")
HARMLESS = re.compile(r"#\s*harmless: \w+")
TAKES_AWAY = (ops.RemoveField, ops.DeleteModel)
NEVER = (ops.RenameField, ops.RenameModel, ops.AlterModelTable)


def problems(migration: Migration, source: str) -> Iterator[str]:
    """A sentence for each thing that ``migration``, written in ``source``, may not do."""
    made = {op.name_lower for op in migration.operations if isinstance(op, ops.CreateModel)}
    for operation in migration.operations:
        yield from _reversible(operation)
        if isinstance(operation, NEVER):
            yield f"{_what(operation)}: running code still uses the old name; add, fill, switch, then drop"
        if isinstance(operation, TAKES_AWAY) and not MARKER.search(source):
            yield f"{_what(operation)}: say in a comment `# unused since X.Y.Z`, an earlier release"
        if _table(operation) not in made:
            yield from _on_a_table_in_use(operation, migration, source)


def _what(operation: Any) -> str:
    return str(operation.describe())


def _table(operation: Any) -> str:
    return str(getattr(operation, "model_name_lower", getattr(operation, "name_lower", "")))


def _reversible(operation: Any) -> Iterator[str]:
    if not operation.reversible:
        yield f"{_what(operation)}: has no way back"


def _on_a_table_in_use(operation: Any, migration: Migration, source: str) -> Iterator[str]:
    concurrent = isinstance(operation, AddIndexConcurrently | RemoveIndexConcurrently)
    if isinstance(operation, ops.AddIndex | ops.RemoveIndex) and not concurrent:
        yield f"{_what(operation)}: locks out every writer; use AddIndexConcurrently or RemoveIndexConcurrently"
    if concurrent and migration.atomic:
        yield f"{_what(operation)}: set `atomic = False` on the migration"
    if isinstance(operation, ops.AddField) and not _may_be_absent(operation.field):
        yield f"{_what(operation)}: old code writes rows without it; let it be null or give it a db_default"
    if isinstance(operation, ops.AddField) and _is_indexed(operation.field):
        yield f"{_what(operation)}: builds an index under a lock; add the index concurrently afterwards"
    if isinstance(operation, ops.AlterField) and not HARMLESS.search(source):
        yield f"{_what(operation)}: may rewrite or scan the table; add another field, or say `# harmless: why`"
    if isinstance(operation, ops.AddConstraint) and not isinstance(operation, AddConstraintNotValid):
        if isinstance(operation.constraint, CheckConstraint):
            yield f"{_what(operation)}: checks all rows under a lock; AddConstraintNotValid, later ValidateConstraint"
        else:
            yield f"{_what(operation)}: builds an index under a lock; add a unique index concurrently"


def _may_be_absent(field: Any) -> bool:
    """Whether a row can be written by code that does not know the field."""
    return bool(field.null or field.db_default is not NOT_PROVIDED or field.many_to_many)


def _is_indexed(field: Any) -> bool:
    """Whether an index comes with it; a new reference that may be null is all null, and its index is built at once."""
    return bool((field.unique or field.db_index) and not field.is_relation)
