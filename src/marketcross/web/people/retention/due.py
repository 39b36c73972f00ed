"""What must go by a day, by the council's table: whole records, and single rows before that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Max, Q
from django.utils import timezone

from marketcross.web.core.queries import in_force
from marketcross.web.people.models import (
    AccessReason,
    Assignment,
    Consent,
    ContactDetail,
    LegalHold,
    Lending,
    LibertyAuthorisation,
    Move,
    Name,
    Person,
    Relationship,
    SubjectRequest,
)
from marketcross.web.people.vocabulary import RelationshipKind as Is

from .registering import work_with
from .schedule import schedule

PERSON, NEVER_MET = "person", "person_never_met"
_NO_AUTHORITY = [Is.CARER, Is.FAMILY, Is.FRIEND, Is.EMERGENCY]
_BATCH = 1_000
_MARGIN = timedelta(days=3)  # months differ in length: the exact day is reckoned for each row


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """``row`` must go from ``due_on`` on: ``since`` is what its period is counted from, ``schedule`` its row there."""

    due_on: date
    schedule: str
    row: UUID
    person: UUID
    since: date


# A row of the schedule, the table, what it is counted from, and which rows of the table are meant.
ROWS: tuple[tuple[str, Any, str, Q], ...] = (
    ("relationship_outside", Relationship, "ends_on", ~Q(outside_name="") & Q(kind__in=_NO_AUTHORITY)),
    ("contact_detail", ContactDetail, "ends_on", Q()),
    ("consent", Consent, "withdrawn_on", Q()),
    ("liberty_authorisation", LibertyAuthorisation, "ends_on", Q()),
    ("access_reason", AccessReason, "starts_on", Q()),
    ("lending", Lending, "ends_on", Q()),
    ("move", Move, "handed_on", Q(received__isnull=True)),
    ("subject_request", SubjectRequest, "handed_on", Q()),
    ("subject_request_answer", SubjectRequest, "handed_on", Q(content__isnull=False)),
)


def due(on: date) -> list[Due]:
    """All that must go, the longest overdue first, but for people who are held."""
    held = set(LegalHold.objects.filter(in_force(on)).values_list("person", flat=True))
    people = {one.person: one for one in _people(on) if one.person not in held}
    rows = (one for one in _rows(on) if one.person not in held and one.person not in people)
    return sorted([*people.values(), *rows])


def _rows(on: date) -> Iterator[Due]:
    for name, model, column, meant in ROWS:
        found = model.objects.filter(meant, **{f"{column}__lte": on}).order_by("pk")
        if model is Relationship:
            found = found.filter(lendings__isnull=True)
        for key, person, since in found.values_list("pk", "person", column):
            if (day := schedule()[name].due_after(since)) <= on:
                yield Due(day, name, key, person, since)


def _people(on: date) -> Iterator[Due]:
    """People whose time is over: nobody works beside them, nothing is open, and no row of theirs is kept longer."""
    keys = _quiet(on).values_list("pk", flat=True).iterator()
    while batch := list(islice(keys, _BATCH)):
        yield from (one for one in due_people(batch, on) if one.due_on <= on)


def _quiet(on: date) -> Any:
    """Those who may be due: they have a name, nobody is beside them, and we have known them for a year or more."""
    shortest = min(schedule()[name].due_after(on) - on for name in (PERSON, NEVER_MET))
    beside = Assignment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on)).values("person")
    people = Person.objects.filter(merged_into__isnull=True, pk__in=Name.objects.values("person"))
    known = Q(recorded_at__date__lte=on - shortest + _MARGIN) | Q(died_on__isnull=False) | Q(assignments__isnull=False)
    return people.exclude(pk__in=beside).filter(known).distinct().order_by("pk")


def due_person(person: UUID, on: date) -> Due | None:
    """When the whole record must go; None while somebody works with them, owes them an answer, or they are gone."""
    return next(iter(due_people([person], on)), None)


def due_people(keys: list[UUID], on: date) -> Iterator[Due]:
    """When each of these records must go, but for those that are in use; as many queries for a thousand as for one."""
    people = Person.objects.filter(pk__in=keys, merged_into__isnull=True).order_by("pk")
    work, longest = work_with(keys), _kept_longer(keys)
    beside = Assignment.objects.filter(person__in=keys)
    used = set(beside.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on)).values_list("person", flat=True))
    used |= set(SubjectRequest.objects.filter(person__in=keys, handed_on__isnull=True).values_list("person", flat=True))
    used |= {key for key, one in work.items() if one.open}
    ended = dict(beside.values_list("person").annotate(last=Max("ends_on")))
    for person in people:
        if person.pk not in used:
            last = work[person.pk].last if person.pk in work else None
            days = [day for day in (ended.get(person.pk), person.died_on, last) if day]
            name, since = (PERSON, max(days)) if days else (NEVER_MET, timezone.localdate(person.recorded_at))
            goes_on = max([schedule()[name].due_after(since), *longest.get(person.pk, ())])
            yield Due(goes_on, name, person.pk, person.pk, since)


def _kept_longer(keys: list[UUID]) -> dict[UUID, list[date]]:
    """Until when single rows of each record are kept: a record is kept as long as any of them."""
    found: dict[UUID, list[date]] = {}
    for name, model, column, meant in ROWS:
        rows = model.objects.filter(meant, person__in=keys, **{f"{column}__isnull": False})
        for person, since in rows.values_list("person").annotate(last=Max(column)):
            found.setdefault(person, []).append(schedule()[name].due_after(since))
    return found
