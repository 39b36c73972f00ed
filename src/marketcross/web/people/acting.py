"""Actions about one person, who may have been merged between the page and the button."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from marketcross.web.core.actions import action

from .merging.holding import hold_still
from .models import Person

P = ParamSpec("P")
T = TypeVar("T")


def about_person(name: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a function an action whose ``person`` is the kept record, held still until the action is done.

    Without it a fact that is sent while two records are made one would stand on the record that is gone.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def followed(*args: P.args, **kwargs: P.kwargs) -> T:
            kwargs["person"] = _kept(kwargs["person"])
            return function(*args, **kwargs)

        return action(name)(followed)

    return decorate


def _kept(person: Any) -> Person:
    key = hold_still(person.pk)
    return person if key == person.pk else Person.objects.get(pk=key)
