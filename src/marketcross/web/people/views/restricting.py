"""Restrict a record, and say who may see it. Only those who see it can; an administrator cannot."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from marketcross.web.core.actor import Actor
from marketcross.web.core.queries import in_force, today
from marketcross.web.people.actions import end_naming, lift_restriction, name_for, restrict
from marketcross.web.people.forms.restricting import NameForm
from marketcross.web.people.models import NamedForRestricted, Person
from marketcross.web.people.queries import may
from marketcross.web.people.queries import person as summary_of

from .found import found, reader


@require_http_methods(["GET", "HEAD", "POST"])
def restricted(request: HttpRequest, person: UUID) -> HttpResponse:
    """Who is named; one button restricts, one lifts, a form names somebody."""
    one, form = found(person), NameForm(request.POST if "email" in request.POST else None)
    if request.method == "POST" and not _works_beside(request, one):
        return _page(request, one, form, _("Only somebody who works beside this person can restrict their record"))
    if request.method == "POST" and (_switched(request, one) or _named(request, one, form)):
        return redirect("people:restricted", person=one.pk)
    return _page(request, one, form)


def _works_beside(request: HttpRequest, one: Person) -> bool:
    """A reason opens an unrestricted record to anybody of the staff: they must not shut the person's own workers out.

    Whoever sees a restricted record is named for it.
    """
    return one.restricted or bool(may(reader(request), one.pk, today()) & {"assigned", "same_team"})


def _page(request: HttpRequest, one: Person, form: NameForm, problem: str = "") -> HttpResponse:
    named = NamedForRestricted.objects.filter(in_force(today()), person=one).select_related("user").order_by("pk")
    context = {"person": summary_of(one.pk), "named": named, "form": form, "problem": problem}
    return render(request, "people/restricted.html", context)


def _switched(request: HttpRequest, one: Person) -> bool:
    """Restrict the record to whoever does it, or lift the restriction."""
    user, at = reader(request), timezone.now()
    if "restrict" in request.POST and not one.restricted:
        restrict(by=Actor.of(user), at=at, person=one, users=[user], starts_on=today())
        messages.success(request, _("The record is restricted. Only you can see it until you name others."))
        return True
    if "lift" in request.POST and one.restricted:
        lift_restriction(by=Actor.of(user), at=at, person=one, on=today())
        messages.success(request, _("The record is like any other again."))
        return True
    return False


def _named(request: HttpRequest, one: Person, form: NameForm) -> bool:
    """Name the colleague of the form, where the record is restricted."""
    if not (one.restricted and form.is_valid()):
        return False
    user = form.cleaned_data["email"]
    name_for(by=Actor.of(reader(request)), at=timezone.now(), person=one, user=user, starts_on=today())
    messages.success(request, _("They may see the record now."))
    return True


@require_POST
def naming_ended(request: HttpRequest, person: UUID, named: UUID) -> HttpResponse:
    """Somebody may no longer see the record; never the last who can."""
    one, user = found(person), reader(request)
    row = get_object_or_404(NamedForRestricted, pk=named, person=one)
    try:
        end_naming(by=Actor.of(user), at=timezone.now(), named=row, on=today())
    except ValidationError as problem:
        return _page(request, one, NameForm(), " ".join(problem.messages))
    messages.success(request, _("They may no longer see the record."))
    return redirect("people:mine") if row.user_id == user.pk else redirect("people:restricted", person=one.pk)
