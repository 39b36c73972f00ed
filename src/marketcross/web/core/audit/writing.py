"""Write one audit event and the values' history, in the caller's transaction."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models

from marketcross.web.core.actor import Actor
from marketcross.web.core.models import AuditEvent, History
from marketcross.web.core.request import current_request_id

from .digest import canonical, digest


def write_event(
    *, action: str, by: Actor, at: datetime, record: models.Model, values: Mapping[str, Any], keep_values: bool = True
) -> AuditEvent:
    """Write who did what to ``record``. ``values`` become digests here and, unless told otherwise, rows of history."""
    kind, key = record._meta.label_lower, str(record.pk)
    event = AuditEvent.objects.create(
        at=at,
        actor_kind=by.kind,
        actor_id=by.id,
        action=action,
        record_kind=kind,
        record_id=key,
        field_names=sorted(values),
        digests={name: digest(key, name, value) for name, value in values.items()},
        request_id=current_request_id(),
    )
    if keep_values:
        History.objects.bulk_create(
            History(event=event, record_kind=kind, record_id=key, field=name, value=plain(value), at=at)
            for name, value in values.items()
        )
    return event


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    return json.loads(canonical(value))
