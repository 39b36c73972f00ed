"""Read a field's history from what actions left and, where none has spoken yet, from what stands there."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.models import History

from .line import FieldHistory, Said
from .standing import stands

RECORD = "people.person"
STOOD = "people.stood_before"  # written at a field's first change: what a load had left without history


def history_of(person: UUID, field: str) -> FieldHistory:
    """All that was said of one field of a person; the fields are those of ``people.fields``."""
    return FieldHistory(said_of(person, field) or stands(person, field))


def said_of(person: UUID, field: str) -> list[Said]:
    """What actions said of a field. What stood before is known since the day from which it was said to hold."""
    rows = History.objects.filter(record_kind=RECORD, record_id=str(person), field=field).select_related("event")
    return [Said(row.value, timezone.localdate(row.at), _known_from(row), str(row.pk)) for row in rows]


def _known_from(row: History) -> datetime:
    return row.at if row.event.action == STOOD else row.recorded_at
