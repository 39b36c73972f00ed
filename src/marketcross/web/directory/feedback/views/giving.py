"""Say how it was; read how it is checked."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.access.relations import relations_of
from marketcross.web.core.actor import ANONYMOUS
from marketcross.web.core.drafts.code import read_code, spoken
from marketcross.web.core.models import User
from marketcross.web.directory import queries
from marketcross.web.directory.feedback.forms import FeedbackForm
from marketcross.web.directory.feedback.giving import give_feedback
from marketcross.web.directory.feedback.showing import FEWEST
from marketcross.web.directory.models.feedback import Reason

COOKIE, SECONDS = "feedback_code", 600  # long enough to write a code down; nothing of it stays with us


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, service: UUID) -> HttpResponse:
    """Three questions and a box. Whoever speaks for the service replies, and does not judge it."""
    found = queries.service(service)
    if found is None or not found.listed:
        raise Http404
    form = FeedbackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not _speaks(request, service):
            code = give_feedback(by=ANONYMOUS, at=timezone.now(), service=service, said=form.said())
            return _shows_once(code)
        form.add_error(None, _("You speak for this service, so you cannot say how it was. You can reply to others."))
    return render(request, "directory/feedback_give.html", {"form": form, "service": found})


def _speaks(request: HttpRequest, service: UUID) -> bool:
    user = request.user
    return isinstance(user, User) and "own" in relations_of(user, "service", str(service), timezone.localdate())


def _shows_once(code: str) -> HttpResponse:
    """The code travels in a cookie for one page and ten minutes: no session and no log has it."""
    response = redirect("directory:feedback_given")
    where = {"path": response.url, "samesite": "Strict"}  # type: ignore[attr-defined]
    response.set_cookie(COOKIE, code, max_age=SECONDS, secure=settings.SESSION_COOKIE_SECURE, httponly=True, **where)
    return response


@never_cache
@require_safe
def given(request: HttpRequest) -> HttpResponse:
    """Thank you; the code, once; what happens next."""
    plain = read_code(request.COOKIES.get(COOKIE, ""))
    return render(request, "directory/feedback_given.html", {"code": spoken(plain) if plain else ""})


@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """How feedback is checked, for everybody to hold us to."""
    return render(request, "directory/feedback_policy.html", {"reasons": Reason.labels, "fewest": FEWEST})
