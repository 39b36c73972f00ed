"""Everybody who wanted something and did not find it: from searches without an account, and beside practitioners."""

from collections.abc import Iterator
from datetime import date

from marketcross.engine.indicators import Asked
from marketcross.web.directory.queries import wants
from marketcross.web.directory.vocabulary import ANY, EVERYBODY
from marketcross.web.pathway.queries import unmet_preferences
from marketcross.web.people.queries import current

NOT_SAID = "not-said"  # where somebody lives, when they did not say


def asked(from_: date, until: date) -> Iterator[Asked]:
    """Who asked for what on which day of ``[from_, until)``; ``who`` is opaque and leaves this context never.

    A want left without an account is somebody of its own: nothing in it says whose it is. A person is the same person
    after their records were merged, and restricted people count like all others.
    """
    for want in wants(from_, until):
        yield Asked(("want", want.id), _cell(want.category, want.locality, want.group, want.time), want.on)
    for one in unmet_preferences(from_, until):
        cell = _cell(one.category, one.locality, one.group, one.time)
        yield Asked(("person", current(one.person)), cell, one.on)


def _cell(category: str, locality: str, group: str, time: str) -> tuple[str, str, str, str]:
    return category, locality or NOT_SAID, group or EVERYBODY, time or ANY
