"""Add a person; who may be in the register already is shown first."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.core.queries import today
from marketcross.web.people.actions import add_person
from marketcross.web.people.checks import problems_of, warnings_about
from marketcross.web.people.forms.adding import AddForm
from marketcross.web.people.queries.likely import likely

from .asking_again import refused
from .found import reader


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A few facts; then, where somebody like them is there or something looks odd, a second look before it is kept."""
    form, user, warned = AddForm(request.POST or None), reader(request), {}
    if request.method == "POST" and form.is_valid():
        warned = {} if form.cleaned_data["sure"] or _wrong(form) else _warned(user, form.facts)
        if not warned and not refused(form, lambda: _added(request, form)):
            return redirect("people:mine")
    if warned:
        form.data = form.data.copy()
        form.data["sure"] = "on"  # a second press keeps it
    return render(request, "people/add.html", {"form": form} | warned)


def _wrong(form: AddForm) -> bool:
    """What cannot be kept at all is said before any warning."""
    return any(True for _problem in problems_of(form.facts, today()))


def _warned(user: User, facts: Mapping[str, Any]) -> dict[str, Any]:
    same, warnings = likely(user, facts, today()), warnings_about(facts, today())
    return {"same": same, "warnings": warnings} if same or warnings else {}


def _added(request: HttpRequest, form: AddForm) -> None:
    user = reader(request)
    add_person(by=Actor.of(user), at=timezone.now(), beside=user, **form.facts)  # type: ignore[arg-type]
    messages.success(request, _("The person is added, and you work beside them now."))
