"""Slow down guessing, by account and by address, without keeping either."""

import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from marketcross.web.core.models import Attempt

from .address import address_of

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 5
PER_ADDRESS = 50  # a library or a council's office shares one


def _who(word: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), word.strip().lower().encode(), hashlib.sha256).digest()


def _doors(request: HttpRequest, account: str) -> list[tuple[bytes, int]]:
    return [(_who(f"account {account}"), PER_ACCOUNT), (_address(request), PER_ADDRESS)]


def _address(request: HttpRequest) -> bytes:
    return _who(f"address {address_of(request)}")


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


def too_many(request: HttpRequest, *, what: str, most: int, at: datetime) -> bool:
    """Count this use of ``what`` by the request's address; whether there were ``most`` in the window before it."""
    who = _address(request)
    if Attempt.objects.filter(what=what, who=who, at__gt=at - WINDOW).count() >= most:
        return True
    Attempt.objects.create(what=what, who=who, at=at)
    return False


def forget_old(*, at: datetime) -> int:
    """Delete what no door counts any more; returns how many."""
    return Attempt.objects.filter(at__lte=at - WINDOW).delete()[0]


def succeeded(request: HttpRequest, *, what: str, account: str) -> None:
    """A success forgives the account's failures, not the address's."""
    Attempt.objects.filter(what=what, who=_doors(request, account)[0][0]).delete()
