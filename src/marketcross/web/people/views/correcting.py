"""Correct a fact, and see what it was."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.queries import today
from marketcross.web.people.fields import FIELDS
from marketcross.web.people.forms.correcting import FORMS
from marketcross.web.people.history import history_of
from marketcross.web.people.models import GpRegistration, Name, Person
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries.facts import facts_of

from .asking_again import refused
from .found import found, reader


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, person: UUID, field: str) -> HttpResponse:
    """One fact, and from when it is true."""
    one = found(person)
    if field not in FORMS:
        raise Http404
    form = FORMS[field](request.POST or None, initial=_initial(one, field))
    if (
        request.method == "POST"
        and form.is_valid()
        and not refused(form, lambda: form.act(one, Actor.of(reader(request))))
    ):
        messages.success(request, _("The record is corrected."))
        return redirect("people:person", person=one.pk)
    context = {"person": summary_of(one.pk), "field": FIELDS[field], "form": form}
    return render(request, "people/correct.html", context)


def _initial(one: Person, field: str) -> dict[str, Any]:
    """What stands there now."""
    facts = facts_of(one, today())
    stands = facts.get(field)
    if field == "name":
        name = Name.objects.filter(person=one, kind="used", ends_on__isnull=True).first()
        usual = name and f"{name.given} {name.family}".strip() == name.whole
        return {"given": name.given, "family": name.family, "whole": "" if usual else name.whole} if name else {}
    if field == "home":
        none = isinstance(stands, dict) and stands["kind"] == "no_fixed_address"
        return {**(stands or {}), "no_fixed_address": none}
    if field in {"telephone", "mobile", "email"} and stands:
        return {**stands, "safe": {True: "yes", False: "no", None: ""}[stands["safe"]]}
    if field == "gp":
        gp = GpRegistration.objects.filter(person=one, ends_on__isnull=True).first()
        return {"practice": gp.practice, "code": gp.code} if gp else {}
    return {field: stands, "born_about": one.born_about}


@require_safe
def history(request: HttpRequest, person: UUID, field: str) -> HttpResponse:
    """What a fact was from when until when, and since when we know."""
    one = found(person)
    if field not in FIELDS:
        raise Http404
    told, what = history_of(one.pk, field), FIELDS[field]
    line = [{"words": _words(what.tell, row.value), "row": row} for row in reversed(told.line())]
    said = [{"words": _words(what.tell, row.value), "row": row} for row in reversed(told.said)]
    context = {"person": summary_of(one.pk), "field": what, "line": line, "said": said}
    return render(request, "people/history.html", context)


def _words(tell: Any, value: Any) -> str:
    return (tell(value) if value not in (None, "", []) else "") or _("Nothing")
