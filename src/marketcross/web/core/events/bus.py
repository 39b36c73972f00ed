"""Declare, publish and subscribe to events."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, TypeVar, get_type_hints

from django.db import transaction

from marketcross.web.core import actions
from marketcross.web.core.models import Delivery, EventRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The base of all events. Fields are plain: keys and codes, never a person's words."""

    kind: ClassVar[str] = ""


E = TypeVar("E", bound=Event)
Handler = Callable[..., None]

KINDS: dict[str, type[Event]] = {}
_handlers: dict[str, dict[str, Handler]] = {}
ALLOWED = {str, int, bool, str | None, int | None}


def declare(kind: str) -> Callable[[type[E]], type[E]]:
    """Register an event class under a lasting name such as ``directory.service_listed``."""

    def register(cls: type[E]) -> type[E]:
        hints = get_type_hints(cls)
        wrong = [f.name for f in fields(cls) if hints[f.name] not in ALLOWED]
        if wrong or kind in KINDS:
            raise TypeError(f"{kind}: fields {wrong} are not plain, or the name is taken")
        cls.kind = kind
        KINDS[kind] = cls
        return cls

    return register


def subscribe(cls: type[E], name: str) -> Callable[[Handler], Handler]:
    """Let ``handler(event, at=)`` be called once in effect for each event of ``cls``; ``name`` lasts as well."""

    def register(handler: Handler) -> Handler:
        _handlers.setdefault(cls.kind, {})[name] = handler
        return handler

    return register


def subscribers(kind: str) -> dict[str, Handler]:
    """The handlers of a kind of event, by name."""
    return _handlers.get(kind, {})


def publish(event: Event) -> EventRecord:
    """Write ``event`` and a delivery for each subscriber in the running action's transaction."""
    at = actions.current().at
    record = EventRecord.objects.create(kind=event.kind, body=asdict(event), at=at)
    for name in subscribers(event.kind):
        delivery = Delivery.objects.create(event=record, subscriber=name)
        _enqueue(str(delivery.pk))
    return record


def _enqueue(key: str) -> None:
    """The job is a row of the same transaction: a rollback takes it along, a commit cannot lose it."""
    from marketcross.web.core.jobs import deliver_event

    assert transaction.get_connection().in_atomic_block
    deliver_event.defer(delivery=key)


def restore(record: EventRecord) -> Event:
    """The typed event that a record holds."""
    body: dict[str, Any] = record.body
    return KINDS[record.kind](**body)
