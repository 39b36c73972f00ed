"""Rows in words, kind by kind: those of a file, and those that came with somebody from another council."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marketcross.web.people.exporting.wording import in_words, title_of
from marketcross.web.people.models import ReceivedRow


def sections_told(sections: Mapping[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Each kind's title with a line for each row."""
    return [{"title": title_of(kind), "rows": [_line(kind, row) for row in rows]} for kind, rows in sections.items()]


def came_with(person: UUID) -> list[dict[str, Any]]:
    """What was kept as it came."""
    found: dict[str, list[dict[str, Any]]] = {}
    for one in ReceivedRow.objects.filter(person=person).order_by("recorded_at", "pk"):
        found.setdefault(one.kind, []).append(one.body)
    return sections_told(found)


def _line(kind: str, row: dict[str, Any]) -> str:
    return "; ".join(f"{title}: {words}" for _name, title, words in in_words(kind, row))
