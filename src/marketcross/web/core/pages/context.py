"""What every page knows: whose it is, where to turn in an emergency, and when the session ends."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from marketcross.web.core.models import User
from marketcross.web.core.sessions.limits import limits_of


def council(request: HttpRequest) -> dict[str, Any]:
    """The council's name, contacts and mode, from the settings."""
    return {"council": settings.ENVIRONMENT, "demo": settings.ENVIRONMENT.mode == "demo"}


def session(request: HttpRequest) -> dict[str, Any]:
    """``session_ends``: seconds until somebody who is signed in is signed out; nothing for others."""
    limits = limits_of(request.session) if isinstance(getattr(request, "user", None), User) else None
    return {"session_ends": limits.seconds_left(timezone.now())} if limits else {}
