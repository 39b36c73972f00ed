"""Typed news that travels up: written in the publisher's transaction, delivered by jobs, once in effect.

A context declares an event as a frozen dataclass and publishes it inside an action; contexts above subscribe in their
``apps.ready``. Nothing below learns who listens.
"""

from .bus import Event, publish, subscribe, subscribers
from .delivery import deliver

__all__ = ["Event", "deliver", "publish", "subscribe", "subscribers"]
