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
_worked: dict[str, Callable[[UUID], Work]] = {}


def stays_nameless(
    model: str, *, through: str = "person", words: tuple[str, ...] = (), data: tuple[str, ...] = ()
) -> None:
    """The rows stay without anything that was said: codes, days and sums remain."""
    _nameless.append(Nameless(_table(model), through, words, data))


def goes(model: str, *, through: str = "person") -> None:
    """The rows go; a table that refers to another one goes before it."""
    _going.append(Going(_table(model), through))


def worked(name: str) -> Callable[[Callable[[UUID], Work]], Callable[[UUID], Work]]:
    """Register who knows whether, and until when, a context worked with somebody."""

    def register(asked: Callable[[UUID], Work]) -> Callable[[UUID], Work]:
        _worked[name] = asked
        return asked

    return register


def nameless() -> list[Nameless]:
    return _nameless


def going() -> list[Going]:
    return _going


def work_with(person: UUID) -> list[Work]:
    return [asked(person) for asked in _worked.values()]


def _table(model: str) -> Any:
    return apps.get_model(model)
