"""That somebody saw a record is part of the audit too: one event for each person, record and quarter of an hour.

The event's key is made from who, what and which quarter of an hour, so that the database itself refuses a second one.
No page reads before it writes, and no two processes can write twice: a page costs one insert, however often it is seen.
"""

import hashlib
import hmac
import uuid
from datetime import datetime

from django.conf import settings

from marketcross.web.core import actions
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import AuditEvent
from marketcross.web.core.request import current_request_id

WINDOW_SECONDS = 15 * 60
SEEN = "record.seen"


@actions.action(SEEN)
def saw(*, by: Actor, at: datetime, record_kind: str, record_id: str) -> None:
    """Note that ``by`` saw a record; again within the same quarter of an hour by the clock changes nothing."""
    event = AuditEvent(
        id=_key(by, record_kind, record_id, at),
        at=at,
        actor_kind=by.kind,
        actor_id=by.id,
        action=SEEN,
        record_kind=record_kind,
        record_id=record_id,
        request_id=current_request_id(),
    )
    AuditEvent.objects.bulk_create([event], ignore_conflicts=True)
    actions.current().noted += 1  # noted now or a few minutes ago


def _key(by: Actor, record_kind: str, record_id: str, at: datetime) -> uuid.UUID:
    """A UUIDv7 in all but chance: the time of the window, then a keyed digest in place of random bits."""
    window = int(at.timestamp()) // WINDOW_SECONDS * WINDOW_SECONDS
    words = "\0".join((SEEN, by.kind, str(by.id), record_kind, record_id, str(window)))
    secret = settings.ENVIRONMENT.audit_key.get_secret_value().encode()
    chance = hmac.new(secret, words.encode(), hashlib.sha256).digest()[:10]
    number = int.from_bytes((window * 1000).to_bytes(6) + chance)
    number = number & ~(0xF << 76) | (7 << 76)  # version 7
    return uuid.UUID(int=number & ~(0x3 << 62) | (0x2 << 62))  # the standard's variant
