"""Read a field's history from what actions left."""

from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.models import History

from .line import FieldHistory, Said

RECORD = "people.person"
LOADED = "loaded"  # one row that holds all fields, as a bulk load leaves it: {"name": ..., "home": ...}


def history_of(person: UUID, field: str) -> FieldHistory:
    """All that was said of one field of a person, loads included. The fields are those of ``people.fields``."""
    rows = History.objects.filter(record_kind=RECORD, record_id=str(person), field__in=[field, LOADED])
    return FieldHistory(_said(rows, field))


def _said(rows: Iterator[History], field: str) -> Iterator[Said]:
    for row in rows:
        if row.field == LOADED and field not in row.value:
            continue
        value = row.value[field] if row.field == LOADED else row.value
        yield Said(value, timezone.localdate(row.at), row.recorded_at, str(row.pk))
