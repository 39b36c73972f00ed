"""The action that loads a made borough."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.people.finding.adding import added_at_once
from marketcross.web.people.finding.keeping import keep_words
from marketcross.web.people.finding.keys import vocabulary
from marketcross.web.people.models import Address, ContactDetail, Findable, Identifier, Name, Person, Relationship

from .checking import findings
from .copying import Table, copy
from .folder import BadFolder, Borough
from .rows import Rows


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows of each kind a load made."""

    people: int
    names: int
    addresses: int
    contacts: int
    identifiers: int
    relationships: int


@action("people.loaded")
def load_people(*, by: Actor, at: datetime, borough: Borough) -> Loaded:
    """Add all people of a made borough with what is known of them, and make them findable; all of them or none.

    The audit gets one event with the counts. The rows say themselves since when they hold and when they were recorded;
    a fact that is changed later keeps what stood before in its history then (ADR 0109).

    :raises BadFolder: with everything that is wrong, as ``file:line: what``; nothing was changed.
    """
    on = timezone.localdate(at)
    if wrong := findings(borough, on=on):
        raise BadFolder(wrong)
    rows = Rows(borough, on)
    with added_at_once():
        done = _copied(rows)
    keep_words(vocabulary(rows.words))
    first = Person(pk=next(iter(rows.keys.values()), None))
    note(first, **asdict(done))
    return done


def _copied(rows: Rows) -> Loaded:
    """Every table in turn, people first. What is null has no column here."""
    dated = ("starts_on",)
    person = ("id", "born_on", "sex", "reach_by", "language", "interpreter", "access_needs", "restricted", "return_id")
    ties = ("id", "person", "other", "kind", "outside_name", "outside_contact", "described_as", "scope", "evidence")
    *done, _findable = copy(
        [
            Table(Person, person, rows.people()),
            Table(Name, ("id", "person", "kind", "given", "family", "whole", *dated), rows.names()),
            Table(Address, ("id", "person", "kind", "lines", "postcode", *dated), rows.addresses()),
            Table(ContactDetail, ("id", "person", "kind", "value", "preferred", *dated), rows.contacts()),
            Table(Identifier, ("id", "person", "system", "value", "set_aside", *dated), rows.identifiers()),
            Table(Relationship, (*ties, *dated), rows.relationships()),
            Table(Findable, ("person", "keys", "sorts_as"), rows.findable()),
        ]
    )
    return Loaded(*done)
