"""Tell us it is missing."""

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import ANONYMOUS, Actor
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.sign_in.address import address_of
from marketcross.web.directory import actions
from marketcross.web.directory.counting import Visitor, counted_before
from marketcross.web.directory.forms.wanting import WantForm
from marketcross.web.directory.models import Want
from marketcross.web.directory.vocabulary import ANY, EVERYBODY

TERMS = ("category", "locality", "group", "time", "price")
TOLD = "directory want told"  # in the session: whether the last want counts
BROWSER = "directory want browser"
# Whoever helps others for a living leaves wants for many; what they leave says so.
HELPERS = {Role.LINK_WORKER: Want.Source.LINK_WORKER, Role.PRACTITIONER: Want.Source.PRACTITIONER}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def want(request: HttpRequest) -> HttpResponse:
    """What, where, for whom, when, at what price: chosen from lists, filled in from the search before."""
    staff = _helping_as(request)
    known = {name: request.GET[name] for name in TERMS if name in request.GET}
    form = WantForm(request.POST or None, initial=known | {"source": "self"}, staff=bool(staff))
    if request.method == "POST" and form.is_valid():
        request.session[TOLD] = _leave(request, form.cleaned_data, staff)
        return redirect("directory:want_left")
    return render(request, "directory/want.html", {"form": form})


def _leave(request: HttpRequest, chosen: dict[str, Any], staff: str) -> bool:
    """Keep the want, unless this visitor's is counted already; whether it counts."""
    at = timezone.now()
    terms = {name: chosen[name] for name in TERMS}
    terms["group"], terms["time"] = terms["group"] or EVERYBODY, terms["time"] or ANY
    visitor = _visitor(request, staff)
    if counted_before(visitor, terms["category"], terms["locality"], on=timezone.localtime(at).date()):
        return False
    by = Actor.of(request.user) if staff else ANONYMOUS  # a resident's want is nobody's, signed in or not
    actions.leave_want(by=by, at=at, source=staff or chosen["source"], visitor=visitor, **terms)
    return True


def _helping_as(request: HttpRequest) -> str:
    user = request.user
    return next((s for role, s in HELPERS.items() if isinstance(user, User) and user.has_role(role)), "")


def _visitor(request: HttpRequest, staff: str) -> Visitor:
    if staff:
        return Visitor((("helper", str(request.user.pk)),))
    browser = request.session.setdefault(BROWSER, secrets.token_urlsafe(16))
    return Visitor((("browser", browser), ("address", address_of(request))))


@never_cache
@require_safe
def want_left(request: HttpRequest) -> HttpResponse:
    """What becomes of it."""
    return render(request, "directory/want_left.html", {"counts": request.session.get(TOLD, True)})
