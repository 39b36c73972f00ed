"""What a user finds by what they typed."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from marketcross.web.core.models import User
from marketcross.web.people.models import Person
from marketcross.web.people.queries.standing import FINDERS, visible
from marketcross.web.people.queries.summary import PersonSummary
from marketcross.web.people.queries.summary import people as summaries

from .gathering import gathered
from .matching import answers
from .reading import Term, terms
from .searching import Row, search

PAGE = 20


def find(user: User, text: str, on: date, limit: int = PAGE) -> list[PersonSummary]:
    """The people whom ``user`` may find and who are meant by ``text``, best first; at most ``limit``.

    Nothing typed finds nobody. What cannot be found by somebody changes nothing for them: neither whom else they find
    nor in which order, nor how long it takes.
    """
    asked = terms(text, on=on)
    if not asked:
        return []
    listed = visible(user, on)
    if user.has_role(*FINDERS):
        rows = search(asked, limit) + _plainly(listed.filter(restricted=True), asked, on)
    else:
        rows = _plainly(listed, asked, on)
    return summaries([key for _lost, _name, key in sorted(rows)[:limit]], on)


def find_more(user: User, text: str, on: date, limit: int = PAGE) -> tuple[list[PersonSummary], bool]:
    """As ``find``, and whether there are more than ``limit``."""
    found = find(user, text, on, limit + 1)
    return found[:limit], len(found) > limit


def _plainly(people: QuerySet[Person], asked: Iterable[Term], on: date) -> list[Row]:
    """Few people one by one: those whom no index may know, or the few whom a resident may list."""
    judged = [(answers(asked, one.keys), one.sorts_as, key) for key, one in gathered(people, on).items()]
    return [(lost, name, key) for lost, name, key in judged if lost is not None]
