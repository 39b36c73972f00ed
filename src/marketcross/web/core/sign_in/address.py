"""Where a request came from, as far as it can be believed."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The caller's address. Behind our proxy it is the last one of X-Forwarded-For: the proxy wrote that one itself.

    Those before it are the caller's own words, and REMOTE_ADDR would be the proxy for everybody.
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if settings.ENVIRONMENT.tls != "proxy":
        return direct
    return str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip() or direct
