"""The tree of categories as the project ships it: read from categories.yaml, never changed while the service runs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("categories.yaml")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of support: its lasting code, its title, its parent's code ("" at the top), people's words for it."""

    code: str
    title: str
    parent: str
    words: tuple[str, ...]
    checked_first: bool = False
    personal_care: str = ""  # where it is given: own_home or care_home; "" where it is not, or may not be
    below: tuple[str, ...] = field(default=())


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its code, parents before children.

    :raises ValueError: a code stands twice in the file.
    """
    found: dict[str, Kind] = {}
    for kind in _read(yaml.safe_load(FILE.read_text(encoding="utf-8")), parent=""):
        if kind.code in found:
            raise ValueError(f"{FILE.name}: the code {kind.code} stands twice")
        found[kind.code] = kind
    return found


def _read(entries: list[dict[str, Any]], *, parent: str) -> Iterator[Kind]:
    for entry in entries:
        below = entry.get("below", [])
        yield Kind(
            code=entry["code"],
            title=entry["title"],
            parent=parent,
            words=tuple(map(str, entry["words"])),
            checked_first=entry.get("checked_first", False),
            personal_care=entry.get("personal_care", ""),
            below=tuple(child["code"] for child in below),
        )
        yield from _read(below, parent=entry["code"])


def with_those_below(code: str) -> frozenset[str]:
    """A category and all under it; nothing for a code that there is not."""
    kind = kinds().get(code)
    if kind is None:
        return frozenset()
    return frozenset({code}).union(*(with_those_below(child) for child in kind.below))


def neighbours(code: str) -> frozenset[str]:
    """The category's parent with all under it: what is nearest in kind. At the top, the category itself."""
    kind = kinds().get(code)
    return with_those_below(kind.parent or code) if kind else frozenset()
