"""The action that ends a session because nobody used it."""

from datetime import datetime

from django.contrib.auth import logout
from django.http import HttpRequest

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User


@action("sign_in.ended_unused")
def end_session(*, by: Actor, at: datetime, request: HttpRequest, user: User) -> None:
    """Sign ``user`` out; the session starts anew as nobody's."""
    logout(request)
    note(user)
