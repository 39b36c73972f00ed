"""Words for constraints: something is set exactly when something else holds; a code is never a sentence."""

from collections.abc import Iterable

from django.db.models import CheckConstraint, F, Q

CODE = r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$"


def check(condition: Q, name: str) -> CheckConstraint:
    return CheckConstraint(condition=condition, name=name)


def known(*fields: str) -> Q:
    """None of ``fields`` is null."""
    return Q(**{f"{field}__isnull": False for field in fields})


def unknown(*fields: str) -> Q:
    """All of ``fields`` are null."""
    return Q(**{f"{field}__isnull": True for field in fields})


def exactly_when(condition: Q, *marks: Q) -> Q:
    """Every one of ``marks`` holds where ``condition`` does, and none of them where it does not."""
    every, none = Q(), Q()
    for mark in marks:
        every, none = every & mark, none & ~mark
    return (condition & every) | (~condition & none)


def said(field: str) -> Q:
    """A text that is not empty."""
    return ~Q(**{field: ""})


def one_of(field: str, words: Iterable[str]) -> Q:
    return Q(**{f"{field}__in": list(words)})


def is_code(field: str, *, empty: bool = False) -> Q:
    """A code of a list, never words that somebody typed: it holds no space."""
    coded = Q(**{f"{field}__regex": CODE})
    return coded | Q(**{field: ""}) if empty else coded


def not_before(later: str, earlier: str) -> Q:
    """The later day, where there is one, is not before the earlier."""
    return unknown(later) | Q(**{f"{later}__gte": F(earlier)})


def at_least(field: str, least: int) -> Q:
    return unknown(field) | Q(**{f"{field}__gte": least})
