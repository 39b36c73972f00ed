"""What the contexts above say about the rows that they hold about people."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models


@dataclass(frozen=True, slots=True)
class Nameless:
    """A table whose rows stay, since counts rest on them. ``words`` are overwritten and ``data`` emptied.

    Where ``through`` is one column, it leads to a record that says nothing instead of to the person.
    """

    model: type[models.Model]
    through: str
    words: tuple[str, ...]
    data: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Going:
    """A table whose rows go with the person."""

    model: type[models.Model]
    through: str


@dataclass(frozen=True, slots=True)
class Work:
    """Whether work with somebody goes on, and else the last day of it; ``last`` is empty where there was none."""

    open: bool
    last: date | None


_nameless: list[Nameless] = []
_going: list[Going] = []
Asked = Callable[[list[UUID]], dict[UUID, Work]]

_worked: dict[str, Asked] = {}


def stays_nameless(
    model: str, *, through: str = "person", words: tuple[str, ...] = (), data: tuple[str, ...] = ()
) -> None:
    """The rows stay without anything that was said: codes, days and sums remain."""
    _nameless.append(Nameless(_table(model), through, words, data))


def goes(model: str, *, through: str = "person") -> None:
    """The rows go; a table that refers to another one goes before it."""
    _going.append(Going(_table(model), through))


def worked(name: str) -> Callable[[Asked], Asked]:
    """Register who knows whether, and until when, a context worked with people; those it never met are left out."""

    def register(asked: Asked) -> Asked:
        _worked[name] = asked
        return asked

    return register


def nameless() -> list[Nameless]:
    return _nameless


def going() -> list[Going]:
    return _going


def work_with(people: list[UUID]) -> dict[UUID, Work]:
    """What all contexts say together: open where one is, and the last day of any."""
    found: dict[UUID, Work] = {}
    for asked in _worked.values():
        for person, one in asked(people).items():
            before = found.get(person, Work(False, None))
            last = max((day for day in (before.last, one.last) if day), default=None)
            found[person] = Work(before.open or one.open, last)
    return found


def _table(model: str) -> Any:
    return apps.get_model(model)
