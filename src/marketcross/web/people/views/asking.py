"""Ask for a record beyond one's own work; read who did so with one's own people."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.queries import today
from marketcross.web.people.actions import give_reason, mark_reason_read
from marketcross.web.people.forms.asking import AskForm
from marketcross.web.people.queries import may, visible
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries.reports import reasons_about_mine

from .found import found, reader


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, person: UUID) -> HttpResponse:
    """A reason opens the record at once. Of a restricted one nobody learns here that it exists."""
    one, user, emergency = found(person), reader(request), "emergency" in request.POST
    if may(user, one.pk, today()):
        return redirect("people:person", person=one.pk)
    if not visible(user, today()).filter(pk=one.pk).exists():
        raise Http404
    form = AskForm(request.POST or None, emergency=emergency)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        give_reason(by=Actor.of(user), at=timezone.now(), person=one, user=user, emergency=emergency, **said)
        return redirect("people:person", person=one.pk)
    return render(request, "people/ask.html", {"form": form, "person": summary_of(one.pk)})


@require_safe
def reasons(request: HttpRequest) -> HttpResponse:
    """Who looked at my people and my team's, and why."""
    rows = list(reasons_about_mine(reader(request), today())[:100])
    told = [{"row": row, "person": summary_of(row.person_id)} for row in rows]
    return render(request, "people/reasons.html", {"reasons": told})


@require_POST
def reason_read(request: HttpRequest, reason: UUID) -> HttpResponse:
    """Say that one has read a reason; only about one's own people."""
    user = reader(request)
    row = get_object_or_404(reasons_about_mine(user, today()), pk=reason)
    mark_reason_read(by=Actor.of(user), at=timezone.now(), reason=row, reader=user)
    messages.success(request, _("Noted that you have read it."))
    return redirect("people:reasons")
