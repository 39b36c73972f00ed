"""A person's page for those who work beside them, and who looked at it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from marketcross.web.core.queries import today
from marketcross.web.people.alerts import alerts_about
from marketcross.web.people.checks import age_on
from marketcross.web.people.fields import FIELDS
from marketcross.web.people.models import Person
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries.facts import facts_and_addresses
from marketcross.web.people.queries.looks import looks_at
from marketcross.web.people.queries.record import (
    capacity_of,
    liberty_of,
    relationships_of,
)
from marketcross.web.people.queries.workers import workers_beside

from .found import found, reader, standing
from .telling import relationship_told

WHO = ("name", "legal_name", "born_on", "born_about", "sex", "died_on", "nhs_number", "gp")
CONTACT = ("home", "telephone", "mobile", "email", "reach_by", "language", "interpreter", "access_needs")


@require_safe
def person(request: HttpRequest, person: UUID) -> HttpResponse:
    """The record in one page; a key that was merged away leads to the record that was kept."""
    one, on, user = found(person), today(), reader(request)
    if one.pk != person:
        return redirect("people:person", person=one.pk)
    (facts, addresses), stands = facts_and_addresses(one, on), standing(request)
    capacity, liberty = list(capacity_of(one.pk)), list(liberty_of(one.pk))
    context = {
        "person": {"id": one.pk, "name": facts.get("name") or facts.get("legal_name", "")},
        "alerts": list(alerts_about(one, facts, on, capacity=capacity, liberty=liberty)),
        "who": _rows(one, facts, WHO, on),
        "contact": _rows(one, facts, CONTACT, on),
        "addresses": addresses,
        "relationships": [relationship_told(row, on) for row in relationships_of(one.pk, user, on)],
        "capacity": capacity,
        "liberty": [{"row": row, "ended": row.ends_on <= on} for row in liberty],
        "workers": workers_beside(one, on),
        "works": bool(stands & {"assigned", "same_team"}),
        "beyond": stands == {"other"} and not one.restricted,
    }
    return render(request, "people/person.html", context)


def _rows(one: Person, facts: dict[str, Any], codes: tuple[str, ...], on: date) -> list[dict[str, Any]]:
    rows = []
    for code in codes:
        field, said = FIELDS[code], code in facts
        if not said and not field.corrected:
            continue
        words = field.tell(facts[code]) if said else _("Not noted") if code == "died_on" else _("Not known")
        if code == "born_on" and said and not one.died_on:
            words = _("%(day)s (%(age)s years old)") % {"day": words, "age": age_on(one.born_on, on)}  # type: ignore[arg-type]
        change = reverse("people:correct", args=[one.pk, code]) if field.corrected else ""
        rows.append({"key": field.title, "value": words, "change": change})
    return rows


@require_safe
def who_looked(request: HttpRequest, person: UUID) -> HttpResponse:
    """Who looked at a record, for those beside the person: names, times and reasons."""
    one = found(person)
    context = {"person": summary_of(one.pk), "looks": looks_at(one.pk)}
    return render(request, "people/who_looked.html", context)
