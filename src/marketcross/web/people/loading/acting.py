"""The action that loads a made borough."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.people.finding.keeping import keep_words
from marketcross.web.people.finding.keys import vocabulary
from marketcross.web.people.models import Address, ContactDetail, Findable, Identifier, Name, Person, Relationship

from .checking import findings
from .copying import copy
from .folder import BadFolder, Borough
from .rows import Rows

_MEMORY = "256MB"


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
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('work_mem', %s, true)", [_MEMORY])
    rows = Rows(borough, on)
    done = _copied(rows)
    keep_words(vocabulary(rows.words))
    first = Person(pk=next(iter(rows.keys.values()), None))
    note(first, **asdict(done))
    return done


def _copied(rows: Rows) -> Loaded:
    """Every table in turn, people first. What is null has no column here."""
    dated = ("starts_on",)
    person = ("id", "born_on", "sex", "reach_by", "language", "interpreter", "access_needs", "restricted", "return_id")
    people = copy(Person, person, rows.people())
    names = copy(Name, ("id", "person", "kind", "given", "family", "whole", *dated), rows.names())
    addresses = copy(Address, ("id", "person", "kind", "lines", "postcode", *dated), rows.addresses())
    contacts = copy(ContactDetail, ("id", "person", "kind", "value", "preferred", *dated), rows.contacts())
    numbers = copy(Identifier, ("id", "person", "system", "value", "set_aside", *dated), rows.identifiers())
    ties = ("id", "person", "other", "kind", "outside_name", "outside_contact", "described_as", "scope", "evidence")
    relationships = copy(Relationship, (*ties, *dated), rows.relationships())
    copy(Findable, ("person", "keys", "sorts_as"), rows.findable())
    return Loaded(people, names, addresses, contacts, numbers, relationships)
