"""Somebody who passed the first step and not yet the second: kept in the session for ten minutes."""

from datetime import datetime, timedelta

from django.http import HttpRequest

from marketcross.web.core.models import User

KEY = "sign_in_pending"
GOOD = timedelta(minutes=10)


def begin(request: HttpRequest, user: User, *, way: str, at: datetime) -> None:
    """Remember who passed the first step; the session gets a new key, so that nobody can have planted it."""
    request.session.cycle_key()
    request.session[KEY] = {"user": str(user.pk), "way": way, "at": at.isoformat()}


def who(request: HttpRequest, *, at: datetime) -> tuple[User, str] | None:
    """Who is between the two steps and how they came, or None."""
    kept = request.session.get(KEY)
    if not kept or at - datetime.fromisoformat(kept["at"]) > GOOD:
        return None
    user = User.objects.filter(pk=kept["user"], is_active=True).first()
    return (user, kept["way"]) if user else None
