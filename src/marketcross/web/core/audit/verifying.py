"""Walk the chain from its first link and say what is wrong with it, if anything."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from marketcross.web.core.models import AuditEvent, AuditSeal

from .sealing import FIRST_LINK, link_of

UNSEALED_AFTER = timedelta(minutes=1)


def broken_links(*, now: datetime) -> Iterator[str]:
    """A sentence for each fault: a link that does not follow, a gap in positions, an event unsealed for a minute."""
    before, expected = FIRST_LINK, 1
    for seal in AuditSeal.objects.select_related("event").order_by("position").iterator(2_000):
        if seal.position != expected:
            yield f"links {expected} to {seal.position - 1} are missing"
        if bytes(seal.link) != link_of(before, seal.event):
            yield f"link {seal.position} does not follow: event {seal.event_id} or a link before it was changed"
        before, expected = bytes(seal.link), seal.position + 1
    late = AuditEvent.objects.filter(seal__isnull=True, recorded_at__lt=now - UNSEALED_AFTER)
    for event in late.order_by("recorded_at").iterator(2_000):
        yield f"event {event.pk} has been unsealed since {event.recorded_at:%Y-%m-%d %H:%M:%S}"
