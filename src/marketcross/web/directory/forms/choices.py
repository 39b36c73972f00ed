"""What can be chosen in forms."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from marketcross.web.directory.categories import Kind, kinds
from marketcross.web.places import queries as places

Choices = list[tuple[str, Any]]


def of_category(blank: Any) -> Choices:
    """Every category under its parent's title, which can be chosen itself; ``blank`` is said where none is chosen."""
    return [("", blank), *((kind.title, list(_below(kind))) for kind in kinds().values() if not kind.parent)]


def _below(kind: Kind) -> Iterator[tuple[str, str]]:
    yield kind.code, _("%(title)s: anything") % {"title": kind.title}
    for code in kind.below:
        yield code, kinds()[code].title


def of_locality(blank: Any = None) -> Choices:
    """The council's localities by name."""
    named: Choices = [(place.code, place.name) for place in places.localities()]
    return [("", blank), *named] if blank is not None else named
