"""Deliver one event to one subscriber: the handler's writes and the mark that it is done commit together."""

from django.db import transaction
from django.utils import timezone

from marketcross.web.core.models import Delivery

from .bus import restore, subscribers


def deliver(key: str) -> bool:
    """Deliver once in effect; returns whether this call did it. A second worker waits and then finds it done."""
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update().select_related("event").get(pk=key)
        handler = subscribers(delivery.event.kind).get(delivery.subscriber)
        if delivery.done_at or handler is None:
            return False
        handler(restore(delivery.event), at=delivery.event.at)
        Delivery.objects.filter(pk=key).update(done_at=timezone.now())
        return True
