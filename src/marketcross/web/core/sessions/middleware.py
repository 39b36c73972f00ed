"""End a session that nobody used, before any view runs; keep what its owner was just sending."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from marketcross.web.core.access.rules import all_rules
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User

from . import kept
from .ending import end_session
from .limits import limits_of, touch


class EndingSessions:
    """Stands after the check against forged forms, so that only a person's own page can leave something to be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any) -> None:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return
        if isinstance(request.user, User):
            self._signed_in(request, request.user)
        elif whose := request.session.get(kept.WHOSE):
            _keep_work(request, whose)

    @staticmethod
    def _signed_in(request: HttpRequest, user: User) -> None:
        at = timezone.now()
        limits = limits_of(request.session)
        if limits and at >= limits.ends():
            end_session(by=Actor.of(user), at=at, request=request, user=user)
            request.session[kept.WHOSE] = str(user.pk)
            _keep_work(request, str(user.pk))
            return
        if request.session.get(kept.WHOSE) not in (None, str(user.pk)):
            kept.forget(request)  # somebody else signed in on this machine
        elif request.method == "POST" and kept.is_being_sent(request, user):
            kept.forget(request)
        touch(request.session, at=at)


def _keep_work(request: HttpRequest, whose: str) -> None:
    """Keep a form that was sent to a page for signed-in people, by a person and not by a script."""
    match = request.resolver_match
    rule = all_rules().get(match.view_name) if match else None
    by_hand = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    if request.method == "POST" and by_hand and rule and not rule.public:
        kept.keep(request, whose)
