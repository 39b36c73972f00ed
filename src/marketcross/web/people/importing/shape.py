"""Rows that are kept as they came: plain data of a sensible size, and nothing that a reader could not see."""

from collections.abc import Iterator
from math import isfinite
from typing import Any

from django.utils.translation import gettext as _

MOST_FIELDS, LONGEST, DEEPEST = 60, 20_000, 12
ALLOWED_CONTROLS = "\n\r\t"


def problems_of_body(row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a row, a sentence each with its field."""
    if len(row) > MOST_FIELDS:
        yield _("has more than %(most)s fields") % {"most": MOST_FIELDS}
    for name, value in row.items():
        if not name.isidentifier() or len(name) > 80:
            yield _("%(field)s: is no name of a field") % {"field": repr(name[:80])}
        elif problem := _problem(value, 0):
            yield f"{name}: {problem}"


def hidden_characters(text: str) -> bool:
    """Whether a text holds what no reader sees, other than line ends; the database takes no zero at all."""
    hidden = any(ord(one) < 0xA0 and not one.isprintable() and one not in ALLOWED_CONTROLS for one in text)
    return hidden or not _writes(text)


def _writes(text: str) -> bool:
    """Half a character, as JSON can spell one, can be written nowhere."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _problem(value: Any, depth: int) -> str:
    if depth > DEEPEST:
        return str(_("is too deeply nested"))
    if isinstance(value, str):
        if len(value) > LONGEST:
            return str(_("is longer than %(most)s characters") % {"most": LONGEST})
        return str(_("holds characters that cannot be shown")) if hidden_characters(value) else ""
    if isinstance(value, float) and not isfinite(value):
        return str(_("is no number"))
    inside = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return next((found for one in inside if (found := _problem(one, depth + 1))), "")
