"""Capacity, liberty, who somebody is, and what they wish about sharing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marketcross.web.core.actor import Actor
from marketcross.web.core.queries import today
from marketcross.web.people import actions
from marketcross.web.people.forms.facts import CapacityForm, LibertyForm
from marketcross.web.people.forms.relating import EndForm
from marketcross.web.people.forms.sharing import DECLINED, EqualitiesForm, SharingForm
from marketcross.web.people.lawful_bases import purpose_named
from marketcross.web.people.models import Person
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries.record import answers_of, consents_of, liberty_of, purposes_of, wishes_of

from .asking_again import refused
from .found import found, reader

METHODS = require_http_methods(["GET", "HEAD", "POST"])


@METHODS
def capacity(request: HttpRequest, person: UUID) -> HttpResponse:
    """Whether they could take one decision."""
    one, user, form = found(person), reader(request), CapacityForm(request.POST or None)

    def act() -> None:
        said = form.cleaned_data
        actions.record_capacity(by=Actor.of(user), at=timezone.now(), person=one, decided_by=user, **said)

    return _asked(request, one, form, act, _("A decision about capacity"))


@METHODS
def liberty(request: HttpRequest, person: UUID) -> HttpResponse:
    """That their liberty is restricted by law."""
    one, form = found(person), LibertyForm(request.POST or None)
    by = Actor.of(reader(request))

    def act() -> None:
        actions.authorise_liberty(by=by, at=timezone.now(), person=one, **form.cleaned_data)

    return _asked(request, one, form, act, _("An authorisation to deprive somebody of their liberty"))


@METHODS
def liberty_ended(request: HttpRequest, person: UUID, authorisation: UUID) -> HttpResponse:
    """End an authorisation before its time."""
    one, form = found(person), EndForm(request.POST or None)
    row, by = get_object_or_404(liberty_of(one.pk), pk=authorisation), Actor.of(reader(request))

    def act() -> None:
        actions.end_liberty(by=by, at=timezone.now(), authorisation=row, **form.cleaned_data)

    return _asked(request, one, form, act, _("End the authorisation"))


@METHODS
def equalities(request: HttpRequest, person: UUID) -> HttpResponse:
    """Who they are, in their own words; what was asked once is shown and not asked again."""
    one, by, at = found(person), Actor.of(reader(request)), timezone.now()
    answers = answers_of(one.pk)
    form = EqualitiesForm(answers, request.POST or None)

    def act() -> None:
        for question, said in form.said.items():
            no = said == DECLINED
            actions.answer_equality(
                by=by, at=at, person=one, question=question, answer="" if no else said, declined=no, on=today()
            )

    days = sorted({row.answered_on for row in answers.values()})
    return _asked(request, one, form, act, _("Who they are"), {"last": days[-1] if days else None})


@METHODS
def sharing(request: HttpRequest, person: UUID) -> HttpResponse:
    """Wishes, each free yes, and the purposes for which their information is used."""
    one, on = found(person), today()
    wishes = {row.about: row.wish for row in wishes_of(one.pk, on)}
    agreed = {row.purpose: row for row in consents_of(one.pk) if row.withdrawn_on is None}
    used = {row.purpose: row for row in purposes_of(one.pk, on)}
    form = SharingForm(wishes, set(agreed), set(used), request.POST or None)
    by, at = Actor.of(reader(request)), timezone.now()

    def act() -> None:
        for name in form.changed_data:
            if name.startswith("wish_") and form.cleaned_data[name]:
                about, wish = name.removeprefix("wish_"), form.cleaned_data[name]
                actions.say_wish(by=by, at=at, person=one, about=about, wish=wish, on=on)
        yes, use = set(form.cleaned_data["agreed"]), set(form.cleaned_data["used"])
        for purpose in yes - set(agreed):
            actions.agree(by=by, at=at, person=one, purpose=purpose, on=on)
        for purpose in set(agreed) - yes:
            actions.withdraw(by=by, at=at, consent=agreed[purpose], on=on)
        for purpose in use - set(used):
            actions.use_for(by=by, at=at, person=one, purpose=purpose, starts_on=on)
        for purpose in set(used) - use:
            actions.end_purpose(by=by, at=at, basis=used[purpose], ends_on=on)

    noted = [{"row": row, "purpose": purpose_named(row.purpose)} for row in used.values()]
    return _asked(request, one, form, act, _("Wishes about sharing"), {"used": noted})


def _asked(
    request: HttpRequest, one: Person, form: Any, act: Any, title: str, more: dict[str, Any] | None = None
) -> HttpResponse:
    """Show the form; where it was sent and nothing is wrong, act and go back to the person."""
    if request.method == "POST" and form.is_valid() and not refused(form, act):
        messages.success(request, _("The record is changed."))
        return redirect("people:person", person=one.pk)
    context = {"person": summary_of(one.pk), "form": form, "title": title} | (more or {})
    return render(request, "people/fact.html", context)
