"""A database's address as Django wants it."""

from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from .errors import DatabaseProblem


def django_database(url: str) -> dict[str, Any]:
    """What ``DATABASES`` holds for ``postgresql://user:password@host:port/name?option=value``.

    A host that starts with a slash, percent-encoded, is the folder of a socket.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise DatabaseProblem("A database address looks like postgresql://user:password@host:5432/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(_host(parts.netloc)),
        "PORT": _port(parts.netloc),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


LOCK_TIMEOUT_SECONDS = 5


def with_lock_timeout(url: str) -> str:
    """The address of a connection that gives up rather than queue for a lock, behind which every page would queue too.

    A migration that meets a long transaction fails, leaves nothing behind, and is started again.
    """
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    query["options"] = f"{query.get('options', '')} -c lock_timeout={LOCK_TIMEOUT_SECONDS}s".strip()
    return parts._replace(query=urlencode(query, quote_via=quote)).geturl()


def _host(netloc: str) -> str:
    """The host with its letters as written: urlsplit would lower the case of a socket's folder."""
    return netloc.rpartition("@")[2].rpartition(":")[0] or netloc.rpartition("@")[2]


def _port(netloc: str) -> str:
    host, colon, port = netloc.rpartition("@")[2].rpartition(":")
    return port if colon and host and port.isdigit() else ""
