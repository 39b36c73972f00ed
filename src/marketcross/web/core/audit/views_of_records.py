"""Every page about one record notes by itself who saw it: no view can forget to."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from marketcross.web.core.access.rules import all_rules
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User

from .viewing import saw


class ViewsOfRecords:
    """Looks at the rule of the route: where it has a subject and the page was shown, that is an event."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match, user = request.resolver_match, request.user
        rule = all_rules().get(match.view_name) if match else None
        if rule and rule.subject and response.status_code == 200 and isinstance(user, User):
            argument, kind = rule.subject
            saw(by=Actor.of(user), at=timezone.now(), record_kind=kind, record_id=str(match.kwargs[argument]))
        return response
