"""Slow down guessing, by account and by address, without keeping either."""

import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from marketcross.web.core.models import Attempt

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 5
PER_ADDRESS = 50  # a library or a council's office shares one


def _who(word: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), word.strip().lower().encode(), hashlib.sha256).digest()


def _doors(request: HttpRequest, account: str) -> list[tuple[bytes, int]]:
    address = request.META.get("REMOTE_ADDR", "")
    return [(_who(f"account {account}"), PER_ACCOUNT), (_who(f"address {address}"), PER_ADDRESS)]


def blocked(request: HttpRequest, *, what: str, account: str, at: datetime) -> bool:
    """Whether too many tries at ``what`` failed in the last quarter of an hour."""
    since = at - WINDOW
    return any(
        Attempt.objects.filter(what=what, who=who, at__gt=since).count() >= limit
        for who, limit in _doors(request, account)
    )


def failed(request: HttpRequest, *, what: str, account: str, at: datetime) -> None:
    """Remember a failed try; old ones go."""
    Attempt.objects.filter(at__lte=at - WINDOW).delete()
    Attempt.objects.bulk_create(Attempt(what=what, who=who, at=at) for who, _ in _doors(request, account))


def succeeded(request: HttpRequest, *, what: str, account: str) -> None:
    """A success forgives the account's failures, not the address's."""
    Attempt.objects.filter(what=what, who=_doors(request, account)[0][0]).delete()
