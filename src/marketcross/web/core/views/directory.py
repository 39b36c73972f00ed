"""To the council's own directory and back."""

from typing import Any

import jwt
import requests
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.core.sign_in import actions, pending
from marketcross.web.core.sign_in.directory import DirectoryAway, setting

from .sign_in import NEXT

# What a directory, a network or a forger may make go wrong; none of it is told apart to the outside.
FAULTS = (
    DirectoryAway,
    SuspiciousOperation,
    requests.RequestException,
    jwt.PyJWTError,
    KeyError,
    ValueError,
    TypeError,
)


def _refused(request: HttpRequest) -> HttpResponse:
    return render(request, "core/sign_in/directory_refused.html", status=403)


@method_decorator(never_cache, name="dispatch")
class ToDirectory(OIDCAuthenticationRequestView):
    """Send somebody to the directory, with a state, a nonce and a challenge of our own."""

    get_settings = staticmethod(setting)

    def __init__(self, **named: Any) -> None:
        """Ask the directory nothing yet: its fault must become a page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
            request.session[NEXT] = wanted
        try:
            super().__init__()
            answer: HttpResponse = super().get(request)
        except FAULTS:
            return _refused(request)
        return answer


@method_decorator(never_cache, name="dispatch")
class BackFromDirectory(OIDCAuthenticationCallbackView):
    """Somebody comes back: in, to our own second step, or refused."""

    get_settings = staticmethod(setting)

    def get(self, request: HttpRequest) -> HttpResponse:
        try:
            answer: HttpResponse = super().get(request)
        except FAULTS:
            return _refused(request)
        return answer

    def login_success(self) -> HttpResponse:
        """In, where the directory asked for a second factor; else our own code follows."""
        request, user, at = self.request, self.user, timezone.now()
        assert isinstance(user, User)
        if not user.directory_second_factor:  # type: ignore[attr-defined]
            pending.begin(request, user, way="directory", at=at)
            return redirect("core:second_step")
        after = request.session.get(NEXT, "")
        actions.sign_in(by=Actor.of(user), at=at, request=request, user=user, device=None, way="directory")
        return redirect(after or "core:home")

    def login_failure(self) -> HttpResponse:
        return _refused(self.request)
