"""What is held about people, table by table: registered by each context when it starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q


class Goes(Enum):
    """What another council does with a kind of row."""

    AS_ROWS = "rows"  # it keeps them in tables of its own
    AS_CAME = "as_came"  # it keeps them as they came: another council's decisions are not its own
    STAYS = "stays"  # they say what this council did; the person is told, no other council


Tell = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of row. ``through`` leads from a row to the person; ``hidden`` are rows that nobody is told of.

    All columns go out but for keys, the way to the person, and those in ``left``, each with its reason. ``certain`` are
    texts that are facts about the person: nobody need look whether they speak of somebody else. ``tells`` replaces what
    a column says; ``words`` tell a code to a reader, from the whole row.
    """

    name: str
    model: type[models.Model]
    title: Any
    through: str
    goes: Goes
    only: frozenset[str]
    left: Mapping[str, str] = field(default_factory=dict)
    certain: frozenset[str] = frozenset()
    hidden: Q = field(default_factory=Q)
    tells: Mapping[str, Tell] = field(default_factory=dict)
    words: Mapping[str, Tell] = field(default_factory=dict)

    @property
    def columns(self) -> list[models.Field[Any, Any]]:
        """The columns that go out, in the order of the table."""
        return [one for one in self.model._meta.concrete_fields if self._goes_out(one)]

    def _goes_out(self, one: models.Field[Any, Any]) -> bool:
        if one.primary_key or one.name in {"recorded_at", self.through.split("__")[0]} or one.name in self.left:
            return False
        return not self.only or one.name in self.only

    @property
    def looked_over(self) -> list[str]:
        """The columns in which somebody wrote freely: they may speak of other people."""
        free = (models.TextField, models.JSONField)
        return [
            one.name
            for one in self.columns
            if one.name not in self.certain
            and not one.choices
            and (isinstance(one, free) or (isinstance(one, models.CharField) and not isinstance(one, models.SlugField)))
        ]


_kinds: dict[str, Kind] = {}
_left: dict[str, str] = {}


def holds(
    name: str,
    title: Any,
    *,
    goes: Goes,
    model: str = "",
    through: str = "person",
    only: tuple[str, ...] = (),
    certain: tuple[str, ...] = (),
    hidden: Q | None = None,
    left: Mapping[str, str] | None = None,
    tells: Mapping[str, Tell] | None = None,
    words: Mapping[str, Tell] | None = None,
) -> None:
    """Register a kind; ``model`` is its table, "people.name", where it is not called the same."""
    table = apps.get_model(model or name)
    _kinds[name] = Kind(
        name, table, title, through, goes, frozenset(only), left or {}, frozenset(certain), hidden or Q(),
        tells or {}, words or {},
    )  # fmt: skip


def leaves_out(model: str, why: str) -> None:
    """A table that refers to people and tells nobody anything: ``why`` says what it is."""
    _left[model.lower()] = why


def kinds() -> list[Kind]:
    """All kinds, those of the register first, then context by context as they started."""
    return list(_kinds.values())


def kind_named(name: str) -> Kind | None:
    return _kinds.get(name)


def left_out() -> Mapping[str, str]:
    return _left
