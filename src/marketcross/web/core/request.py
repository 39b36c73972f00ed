"""Which page request is being answered: joins audit events and log lines without naming anybody."""

import uuid
from contextvars import ContextVar

from .keys import new_key

_request_id: ContextVar[uuid.UUID | None] = ContextVar("request_id", default=None)


def current_request_id() -> uuid.UUID | None:
    """The key of the request being answered; None in jobs and commands."""
    return _request_id.get()


def begin_request() -> uuid.UUID:
    """Give the request a key and remember it."""
    key = new_key()
    _request_id.set(key)
    return key


def end_request() -> None:
    _request_id.set(None)
