"""A record in the words of the person whose it is: the same page for them and for those they let help."""

from collections.abc import Set
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from marketcross.web.core.models import User
from marketcross.web.people.equalities import questions
from marketcross.web.people.fields import FIELDS, day
from marketcross.web.people.lawful_bases import purposes
from marketcross.web.people.models import Person
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries import workers_of
from marketcross.web.people.queries.facts import facts_of
from marketcross.web.people.queries.record import (
    answers_of,
    capacity_of,
    liberty_of,
    purposes_of,
    relationships_of,
    wishes_of,
)
from marketcross.web.people.vocabulary import Part

from .telling import relationship_told

ABOUT = ("name", "born_on", "born_about", "nhs_number", "gp")
CONTACT = ("home", "telephone", "mobile", "email", "reach_by", "language", "interpreter", "access_needs")


def record_in_plain_words(one: Person, shown: Set[str], reader: User, on: date) -> dict[str, Any]:
    """What the page shows: each part only where it is in ``shown``."""
    facts, noted = facts_of(one, on), {row.purpose for row in purposes_of(one.pk, on)}
    context: dict[str, Any] = {
        "person": summary_of(one.pk, on),
        "about": _rows(facts, ABOUT),
        "workers": workers_of(one.pk, on),
        "purposes": [one for one in purposes() if one.everybody or one.code in noted],
    }
    if Part.CONTACT in shown:
        context["contact"] = _rows(facts, CONTACT)
    if Part.RELATIONSHIPS in shown:
        rows = [relationship_told(row, on) for row in relationships_of(one.pk, reader, on)]
        context["relationships"] = [row for row in rows if not row["ended"]]
    if Part.CAPACITY in shown:
        context |= {"capacity": capacity_of(one.pk), "liberty": liberty_of(one.pk).filter(ends_on__gt=on)}
    if Part.EQUALITIES in shown:
        context["equalities"] = _equalities(one)
    if Part.SHARING in shown:
        context["wishes"] = [
            {"key": row.get_about_display(), "value": row.get_wish_display()} for row in wishes_of(one.pk, on)
        ]
    return context


def _rows(facts: dict[str, Any], codes: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"key": FIELDS[code].title, "value": FIELDS[code].tell(facts[code])} for code in codes if code in facts]


def _equalities(one: Person) -> list[dict[str, Any]]:
    held = answers_of(one.pk)
    rows = []
    for question in questions():
        if answer := held.get(question.code):
            words = _("I did not want to say") if answer.declined else dict(question.answers)[answer.answer]
            rows.append({"key": question.asks, "value": f"{words} ({day(answer.answered_on)})"})
    return rows
