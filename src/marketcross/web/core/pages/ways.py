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
    """One way on: whom it is for, its route, its title, and a sentence about what is there."""

    whom: For
    route: str
    title: Any
    text: Any

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
    """The ways of one kind that are open: to everybody, or to the roles of ``user``."""
    rules = all_rules()
    return [
        way
        for way in all_ways()
        if way.whom is whom and (rules[way.route].public or (user and user.has_role(*rules[way.route].roles)))
    ]
