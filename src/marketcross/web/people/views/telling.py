"""Rows of the register in words."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from marketcross.web.people.fields import day
from marketcross.web.people.models import Relationship
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.vocabulary import ACTS_BY_LAW, Scope


def relationship_told(row: Relationship, on: date) -> dict[str, Any]:
    """Who somebody is to the person, by what authority, and whether it has ended."""
    other = summary_of(row.other_id, on) if row.other_id else None
    return {
        "row": row,
        "name": other.name if other else row.outside_name,
        "kind": row.described_as or row.get_kind_display(),
        "authority": _authority(row) if row.kind in ACTS_BY_LAW or row.evidence else "",
        "ended": row.ends_on is not None and row.ends_on <= on,
        "period": _period(row),
    }


def _authority(row: Relationship) -> str:
    names = dict(Scope.choices)
    about = _("%(kind)s for %(scope)s.") % {
        "kind": row.get_kind_display(),
        "scope": _(" and ").join(str(names[code]).lower() for code in row.scope),
    }
    if not row.evidence:
        return f"{about} {_('No paper has been seen yet: they cannot act on it.')}".strip()
    seen = _("Seen: %(paper)s, %(day)s, by %(name)s.")
    said = seen % {"paper": row.evidence, "day": day(row.seen_on), "name": row.seen_by.name if row.seen_by else ""}
    return f"{about if row.scope else ''} {said}".strip()


def _period(row: Relationship) -> str:
    if row.ends_on:
        return _("%(start)s until %(end)s") % {"start": day(row.starts_on), "end": day(row.ends_on)}
    return _("since %(start)s") % {"start": day(row.starts_on)}
