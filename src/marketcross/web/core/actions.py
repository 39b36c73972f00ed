"""Every write is an action: keyword-only, told ``by=`` whom and ``at=`` when, one transaction, its audit event inside.

    @action("draft.saved")
    def save_draft(*, by: Actor, at: datetime, kind: str) -> AnonymousDraft:
        draft = AnonymousDraft.objects.create(...)
        note(draft, kind=kind)
        return draft

An action that noted nothing is a fault and rolls back. While the guard is on (always in tests and with DEBUG), a write
outside any action is refused by the connection itself.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction

from .actor import Actor
from .audit.writing import write_event

P = ParamSpec("P")
T = TypeVar("T")

ACTIONS: dict[str, Callable[..., Any]] = {}


@dataclass(slots=True)
class Running:
    """The action that is being done now, and how many things it noted."""

    name: str
    by: Actor
    at: datetime
    noted: int = field(default=0)


_running: ContextVar[Running | None] = ContextVar("running_action", default=None)


class ActionFault(Exception):
    """An action that breaks the house's rules; a programmer's fault, never a user's."""


def action(name: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a function an action called ``name``, as the audit will show it."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        _check_signature(name, function)

        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            with transaction.atomic(), _doing(name, kwargs["by"], kwargs["at"]) as running:  # type: ignore[arg-type]
                result = function(*args, **kwargs)
                if not running.noted:
                    raise ActionFault(f"{name} noted nothing for the audit")
            return result

        ACTIONS[name] = run
        return run

    return decorate


def _check_signature(name: str, function: Callable[..., Any]) -> None:
    parameters = inspect.signature(function).parameters
    by_name = (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD)
    loose = [p.name for p in parameters.values() if p.kind not in by_name]
    missing = [word for word in ("by", "at") if word not in parameters]
    if loose or missing or name in ACTIONS:
        raise ActionFault(f"{name}: not keyword-only {loose}, missing {missing}, or named twice")


@contextmanager
def _doing(name: str, by: Actor, at: datetime) -> Iterator[Running]:
    outer = _running.get()
    running = Running(name, by, at)
    token = _running.set(running)
    try:
        yield running
    finally:
        _running.reset(token)
        if outer:
            outer.noted += running.noted


def current() -> Running:
    """The action that is being done.

    :raises ActionFault: outside any action.
    """
    running = _running.get()
    if running is None:
        raise ActionFault("a write outside any action")
    return running


def note(record: models.Model, /, **values: Any) -> None:
    """Write the audit event of what this action did to ``record``: field names and digests; values go to history."""
    running = current()
    write_event(action=running.name, by=running.by, at=running.at, record=record, values=values)
    running.noted += 1


# --- The guard --------------------------------------------------------------------------------------------------------
_WRITE = re.compile(r"\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+\"?(?P<table>\w+)", re.IGNORECASE)
# Tables of the machinery itself: seals, sessions, jobs, the framework's own; none holds a fact about a person's care.
_MACHINERY = re.compile(r"core_auditseal|core_delivery|django_|procrastinate_|core_attempt|otp_|wagtail|taggit|auth_")


def refuse_stray_writes(execute: Callable[..., Any], statement: Any, params: Any, many: bool, context: Any) -> Any:
    """A ``connection.execute_wrapper`` that lets only actions write."""
    found = _WRITE.match(statement if isinstance(statement, str) else "")
    if found and _running.get() is None and not _MACHINERY.match(found["table"]):
        raise ActionFault(f"a write to {found['table']} outside any action")
    return execute(statement, params, many, context)
