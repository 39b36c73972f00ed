"""Contexts say how a user stands to a record; rules only name the relation."""

from collections.abc import Callable
from datetime import date

from marketcross.web.core.models import User

Resolver = Callable[[User, str, date], frozenset[str]]

_resolvers: dict[str, Resolver] = {}


def resolves(kind: str) -> Callable[[Resolver], Resolver]:
    """Register who answers for records of a kind: ``(user, key, on) -> relations``, a subset of RELATIONS."""

    def register(resolver: Resolver) -> Resolver:
        _resolvers[kind] = resolver
        return resolver

    return register


def relations_of(user: User, kind: str, key: str, on: date) -> frozenset[str]:
    """How ``user`` stands to a record on a day. No resolver, no relation: the address stays closed."""
    resolver = _resolvers.get(kind)
    return resolver(user, key, on) if resolver else frozenset()
