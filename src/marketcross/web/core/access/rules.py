"""A rule for every address, as data.

A context writes its rules in its ``access_rules.py`` as ``RULES``: the name of a route to who may use it. A route
without a rule is closed and fails the build.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, util

from django.apps import apps

from marketcross.web.core.models.role import Role

# How somebody may stand to the record that an address is about. Contexts register who says so (access.relations).
RELATIONS = ("own", "lent", "assigned", "same_team", "other")


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may use a route.

    ``public``: everybody, signed in or not; ``posts`` says how often one address may send its form in a quarter of an
    hour. ``roles``: a role to the relations in which it may; an empty set means that the address is about no record.
    ``subject``: the route's argument that names the record, and the kind of it.
    """

    public: bool = False
    signed_in: bool = False
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    subject: tuple[str, str] | None = None
    posts: int = 60


def public(*, posts: int = 60) -> Rule:
    """Everybody, signed in or not; a form may be sent ``posts`` times in a quarter of an hour from one address."""
    return Rule(public=True, posts=posts)


def signed_in() -> Rule:
    """Anybody with an account, for addresses about nobody but themselves."""
    return Rule(signed_in=True)


def only(*roles: Role) -> Rule:
    """These roles, for an address that is about no single record."""
    return Rule(roles={role: frozenset() for role in roles})


def about(kind: str, argument: str, **roles: str) -> Rule:
    """An address about one record: ``about("person", "person", practitioner="assigned same_team", resident="own")``."""
    held = {role: frozenset(relations.split()) for role, relations in roles.items()}
    unknown = set(held) - set(Role.values) | {r for rs in held.values() for r in rs} - set(RELATIONS)
    if unknown:
        raise ValueError(f"unknown roles or relations: {sorted(unknown)}")
    return Rule(roles=held, subject=(argument, kind))


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every context's rules together.

    :raises ValueError: two contexts give a rule to one route.
    """
    rules: dict[str, Rule] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.access_rules"
        if config.name.startswith("marketcross.web.") and util.find_spec(name):
            for route, rule in import_module(name).RULES.items():
                if route in rules:
                    raise ValueError(f"two rules for {route}")
                rules[route] = rule
    return rules
