"""Chain committed events by hash. One sealer at a time, and no writer ever waits for it.

Each link is SHA-256 over the link before and the event's canonical form. Events are sealed in the order in which the
sealer sees them committed, which the position keeps; a late commit is sealed late, never left out.
"""

import hashlib
from typing import Any

from django.db import connection, transaction

from marketcross.web.core.models import AuditEvent, AuditSeal

from .digest import canonical

SEALER_LOCK = 7_215_001  # one advisory lock, held for a transaction by whoever seals
FIRST_LINK = b"\0" * 32
SEALED = ("id", "at", "recorded_at", "actor_kind", "actor_id", "action", "record_kind", "record_id")


def link_of(before: bytes, event: AuditEvent) -> bytes:
    """The link that seals ``event`` after the chain that ends in ``before``."""
    body: dict[str, Any] = {name: getattr(event, name) for name in SEALED}
    body |= {"field_names": event.field_names, "digests": event.digests, "request_id": event.request_id}
    return hashlib.sha256(before + canonical(body)).digest()


def seal(*, batch: int = 5_000) -> int:
    """Seal up to ``batch`` committed events; returns how many. Another sealer at work means nothing to do."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEALER_LOCK])
        if not cursor.fetchone()[0]:
            return 0
        last = AuditSeal.objects.order_by("-position").first()
        position, link = (last.position, bytes(last.link)) if last else (0, FIRST_LINK)
        links = []
        for event in AuditEvent.objects.filter(seal__isnull=True).order_by("recorded_at", "id")[:batch]:
            position, link = position + 1, link_of(link, event)
            links.append(AuditSeal(position=position, event=event, link=link))
        AuditSeal.objects.bulk_create(links)
        return len(links)
