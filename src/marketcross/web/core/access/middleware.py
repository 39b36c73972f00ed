"""Enforce the rule of the route, before its view runs."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.queries import today

from .relations import relations_of
from .rules import Rule, all_rules

CMS = "cms/"


class AccessRules:
    """A route without a rule is closed to everybody. A record that somebody may not see is 'not found'."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match and match.route.startswith(CMS):
            return self._editors(request)
        rule = all_rules().get(match.view_name) if match else None
        if rule is None:
            raise PermissionDenied("no rule for this address")
        if rule.public:
            return None
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path())
        request.standing = standing_of(rule, request.user, kwargs)  # type: ignore[attr-defined]
        if rule.signed_in or allowed(rule, request.user, request.standing):  # type: ignore[attr-defined]
            return None
        raise Http404 if rule.subject else PermissionDenied

    @staticmethod
    def _editors(request: HttpRequest) -> HttpResponse | None:
        """Wagtail's own pages are for editors as a whole; inside, Wagtail's groups decide."""
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path())
        if request.user.has_role(Role.EDITOR):
            return None
        raise PermissionDenied


def standing_of(rule: Rule, user: User, kwargs: dict[str, Any]) -> frozenset[str]:
    """How ``user`` stands to the record of an address; asked only where a role of theirs may turn on it."""
    if not rule.subject or not set(rule.roles) & user.current_roles:
        return frozenset()
    argument, kind = rule.subject
    return relations_of(user, kind, str(kwargs[argument]), today())


def allowed(rule: Rule, user: User, standing: frozenset[str]) -> bool:
    """Whether one of the user's roles opens the route, in a relation in which they stand to its record."""
    opening = {role: relations for role, relations in rule.roles.items() if role in user.current_roles}
    if not rule.subject:
        return bool(opening)
    return any(relations & standing for relations in opening.values())
