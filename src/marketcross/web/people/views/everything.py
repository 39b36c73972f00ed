"""A person asks for everything that we hold about them, sees the clock, and reads the answer."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.letters.answering import as_download, as_page
from marketcross.web.core.queries import today
from marketcross.web.people.exporting.file import as_bytes, as_file
from marketcross.web.people.exporting.readable import letter_about
from marketcross.web.people.exporting.requests import ask
from marketcross.web.people.models import SubjectRequest
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries import person_of

from .found import reader


def _own_requests(request: HttpRequest) -> Any:
    key = person_of(reader(request), today())
    return SubjectRequest.objects.filter(person=key).order_by("-asked_on", "-pk") if key else None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def everything(request: HttpRequest) -> HttpResponse:
    """Ask for it, or see where it is."""
    rows = _own_requests(request)
    if rows is None:
        return render(request, "people/own/none.html")
    if request.method == "POST":
        user = reader(request)
        ask(by=Actor.of(user), at=timezone.now(), person=person_of(user, today()), how="online")  # type: ignore[arg-type]
        messages.success(request, _("We have your request."))
        return redirect("people:my_everything")
    waiting = rows.filter(handed_on__isnull=True).first()
    answered = rows.filter(handed_on__isnull=False, content__isnull=False)
    return render(request, "people/own/everything.html", {"waiting": waiting, "answered": answered})


@never_cache
@require_safe
def answer(request: HttpRequest, asked: Any, form: str) -> HttpResponse:
    """The answer: ``page``, ``file``, or a size of print. Only what was checked and handed over is found."""
    rows = _own_requests(request)
    row = rows.filter(pk=asked, handed_on__isnull=False, content__isnull=False).first() if rows is not None else None
    if row is None:
        raise Http404
    return answered(request, row, form)


def answered(request: HttpRequest, row: SubjectRequest, form: str) -> HttpResponse:
    """One form of a checked answer."""
    if form == "file":
        headers = {"Content-Disposition": 'attachment; filename="everything.json"'}
        content = as_bytes(as_file(row.content or {}, on=row.checked_on or today()))
        return HttpResponse(content, content_type="application/json", headers=headers)
    found = summary_of(row.person_id)
    letter = letter_about(row.content or {}, name=found.name if found else "", on=row.checked_on or today())
    return as_page(request, letter) if form == "page" else as_download(request, letter, "everything", form)
