"""The ways on from the first page. Each context names its own in its ``ways.py`` as ``WAYS``; none knows another's."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import import_module, util
from typing import Any

from django.apps import apps
from django.urls import reverse

from marketcross.web.core.access.rules import all_rules
from marketcross.web.core.models import User


class For(Enum):
    """Whom a way is for."""

    RESIDENTS = "residents"
    PROVIDERS = "providers"
    STAFF = "staff"
    WORK = "work"  # of somebody who is signed in; shown where the route's rule lets them


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: whom it is for, its route, its title, and a sentence about what is there.

    ``signs_in``: it leads to signing in, and is not offered to whoever has done so.
    """

    whom: For
    route: str
    title: Any
    text: Any
    signs_in: bool = False

    @property
    def href(self) -> str:
        return reverse(self.route)


@cache
def all_ways() -> tuple[Way, ...]:
    """Every context's ways, in the order of the contexts."""
    return tuple(_found())


def _found() -> Iterator[Way]:
    for config in apps.get_app_configs():
        name = f"{config.name}.ways"
        if config.name.startswith("marketcross.web.") and util.find_spec(name):
            yield from import_module(name).WAYS


def ways_for(whom: For, user: User | None = None) -> list[Way]:
    """The ways of one kind that are open: to everybody, or to ``user``."""
    return [way for way in all_ways() if way.whom is whom and not (way.signs_in and user) and _open(way, user)]


def _open(way: Way, user: User | None) -> bool:
    rule = all_rules()[way.route]
    return rule.public or bool(user and (rule.signed_in or user.has_role(*rule.roles)))
