"""A row in words: each field with a title and what it says."""

import re
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .kinds import kind_named
from .rows import Row
from .trail import TITLES as TRAIL

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}(Z|[+-][0-9]{2}:[0-9]{2})")

# Where a column's own name would say little to the person whose record it is.
TITLES = {
    "starts_on": gettext_lazy("From"),
    "ends_on": gettext_lazy("Until"),
    "whole": gettext_lazy("Name"),
    "given": gettext_lazy("Given names"),
    "family": gettext_lazy("Family name"),
    "lines": gettext_lazy("Address"),
    "outside_name": gettext_lazy("Who"),
    "outside_contact": gettext_lazy("How to reach them"),
    "described_as": gettext_lazy("What they are to the person"),
    "value": gettext_lazy("What it says"),
    "has_capacity": gettext_lazy("Could decide this themselves"),
    "scope": gettext_lazy("What they may decide"),
    "safe": gettext_lazy("A message may be left"),
    "seen_by": gettext_lazy("Seen by"),
    "born_about": gettext_lazy("Born about the year"),
    "user": gettext_lazy("Who"),
    "team": gettext_lazy("Team"),
    "about": gettext_lazy("About whom"),
    "checksum": gettext_lazy("The file's number"),
    "of": gettext_lazy("Kind of plan"),
    "true_from": gettext_lazy("True from"),
    "known_from": gettext_lazy("Known to us from"),
}


def title_of(kind: str) -> str:
    """What a kind of row is called."""
    known = kind_named(kind)
    return str(known.title if known else TRAIL.get(kind, kind))


def field_title(kind: str, field: str) -> str:
    """What a field is called."""
    return str(TITLES.get(field) or field.replace("_", " ").capitalize())


def in_words(kind: str, row: Row) -> list[tuple[str, str, str]]:
    """Each field that says something: its name, its title, its words."""
    known = kind_named(kind)
    columns = {one.name: one for one in known.columns} if known else {}
    tell, order = known.words if known else {}, {name: place for place, name in enumerate(columns)}
    found = [
        (name, field_title(kind, name), str(tell[name](row)) if name in tell else _words(columns.get(name), value))
        for name, value in sorted(row.items(), key=lambda one: order.get(one[0], len(order)))
    ]
    return [one for one in found if one[2]]


def _words(column: Any, value: Any) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if column is not None and column.name.endswith("_pence") and isinstance(value, int):
        return f"£{value // 100:,}.{value % 100:02}"
    if isinstance(value, str) and (day := _day(value)):
        return str(date_format(day, "j F Y"))
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return _moment(value)
    return _chosen(column, value)


def _chosen(column: Any, value: Any) -> str:
    """A code as its label; a list one after the other; data as names and values."""
    base = getattr(column, "base_field", column)
    names = {str(code): str(label) for code, label in (getattr(base, "flatchoices", None) or ())}
    if isinstance(value, list):
        return ", ".join(names.get(str(one), _plain(one)) for one in value)
    return names.get(str(value), _plain(value))


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(
            f"{name.replace('_', ' ')}: {_plain(one)}" for name, one in value.items() if one not in (None, "", [])
        )
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    return str(value)


def _moment(text: str) -> str:
    """A moment in the council's own time; what only looks like one stays as it is."""
    try:
        return str(date_format(timezone.localtime(datetime.fromisoformat(text)), "j F Y, H:i"))
    except (ValueError, OverflowError):
        return text


def _day(text: str) -> date | None:
    try:
        return parse_date(text) if len(text) == len("2026-11-22") else None
    except ValueError:
        return None
