"""The first change of a fact that no action has said keeps what stood there, so that nothing is lost."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.people.history.reading import STOOD, said_of
from marketcross.web.people.history.standing import stands
from marketcross.web.people.models import Person


def keep_what_stood(person: Person, *fields: str, before: datetime | None = None) -> None:
    """Note what stands in the tables of those fields of which history says nothing yet.

    A column does not say since when it holds: it held ``before`` the change that is being made.
    """
    for field in fields:
        if said_of(person.pk, field):
            continue
        for one in stands(person.pk, field):
            since = min(one.true_from, timezone.localdate(before)) if before else one.true_from
            at = timezone.make_aware(datetime.combine(since, time()))
            _note_what_stood(by=SYSTEM, at=at, person=person, values={field: one.value})


@action(STOOD)
def _note_what_stood(*, by: Actor, at: datetime, person: Person, values: dict[str, Any]) -> None:
    note(person, **values)
