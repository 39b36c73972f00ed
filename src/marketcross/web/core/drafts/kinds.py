"""The kinds of work that can be saved without an account; each context names its own."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """``name`` stands in the database, ``title`` on pages, ``opens`` is the route where saved work goes on."""

    name: str
    title: Any  # a lazy translation
    opens: str


_kinds: dict[str, Kind] = {}


def can_be_saved(kind: Kind) -> Kind:
    """Let work of this kind be saved and resumed."""
    _kinds[kind.name] = kind
    return kind


def kinds() -> tuple[Kind, ...]:
    """Every kind that there is."""
    return tuple(_kinds.values())
