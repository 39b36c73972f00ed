"""Who is in a person's life: add somebody, note a paper that was seen, end it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marketcross.web.core.actor import Actor
from marketcross.web.core.queries import today
from marketcross.web.people.actions import add_relationship, end_relationship, see_evidence
from marketcross.web.people.forms.relating import EndForm, EvidenceForm, RelationshipForm
from marketcross.web.people.models import Relationship
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries.record import relationships_of

from .asking_again import refused
from .found import found, reader
from .telling import relationship_told


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, person: UUID) -> HttpResponse:
    """Somebody who is not of the register; those who are, are related where records meet (carers, merges)."""
    one, form = found(person), RelationshipForm(request.POST or None)
    by, at = Actor.of(reader(request)), timezone.now()
    if (
        request.method == "POST"
        and form.is_valid()
        and not refused(form, lambda: add_relationship(by=by, at=at, person=one, **form.cleaned_data))
    ):
        messages.success(request, _("They are added."))
        return redirect("people:person", person=one.pk)
    return render(request, "people/add_relationship.html", {"person": summary_of(one.pk), "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def relationship(request: HttpRequest, person: UUID, relationship: UUID) -> HttpResponse:
    """One relationship: note the paper that was seen, or end it."""
    one, user = found(person), reader(request)
    shown = {row.pk for row in relationships_of(one.pk, user, today())}
    row = get_object_or_404(Relationship, pk=relationship, person=one, pk__in=shown)
    paper = EvidenceForm(request.POST if "evidence" in request.POST else None)
    end = EndForm(request.POST if "ends_on" in request.POST else None)
    if request.method == "POST" and _kept(request, row, paper, end):
        messages.success(request, _("The record is changed."))
        return redirect("people:person", person=one.pk)
    context = {"person": summary_of(one.pk), "told": relationship_told(row, today()), "paper": paper, "end": end}
    return render(request, "people/relationship.html", context | {"form": paper if paper.is_bound else end})


def _kept(request: HttpRequest, row: Relationship, paper: EvidenceForm, end: EndForm) -> bool:
    user, at = reader(request), timezone.now()
    by = Actor.of(user)
    if paper.is_bound and paper.is_valid():
        said = paper.cleaned_data
        return not refused(paper, lambda: see_evidence(by=by, at=at, relationship=row, seen_by=user, **said))
    if end.is_bound and end.is_valid():
        return not refused(end, lambda: end_relationship(by=by, at=at, relationship=row, **end.cleaned_data))
    return False
