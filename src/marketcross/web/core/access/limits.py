"""How often one address may send a form that is open to everybody. The number stands in the route's rule."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from marketcross.web.core.models import User
from marketcross.web.core.sign_in import throttle

from .rules import all_rules


class PublicForms:
    """Answers 429 in plain words when an address sent a public form too often; who is signed in is not counted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        rule = all_rules().get(match.view_name) if match else None
        if request.method != "POST" or rule is None or not rule.public or isinstance(request.user, User):
            return None
        what = f"form {match.view_name}"[:40]
        if not throttle.too_many(request, what=what, most=rule.posts, at=timezone.now()):
            return None
        minutes = int(throttle.WINDOW.total_seconds() // 60)
        page = render(request, "core/too_many.html", {"minutes": minutes}, status=429)
        page["Retry-After"] = str(minutes * 60)
        return page
