"""What other contexts may ask of the register. Keys cross as ``UUID``; every query takes the day it is asked for."""

from datetime import date

from marketcross.web.core.models import User

from .current import current, return_id_of
from .naming import with_names
from .standing import may, mine, visible
from .summary import PersonSummary, people, person
from .workers import own_users, person_of, teams_of, workers_of

__all__ = [
    "PersonSummary",
    "current",
    "find",
    "may",
    "mine",
    "own_users",
    "people",
    "person",
    "person_of",
    "return_id_of",
    "teams_of",
    "visible",
    "with_names",
    "workers_of",
]


def find(user: User, text: str, on: date) -> list[PersonSummary]:
    """The people whom ``user`` may list and who are meant by ``text``: see ``people.finding``."""
    from marketcross.web.people.finding import find as found  # it stands on these queries

    return found(user, text, on=on)
