"""What must go by a day, by the council's table: whole records, and single rows before that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
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
    for person in _quiet(on).iterator():
        one = due_person(person, on)
        if one and one.due_on <= on:
            yield one


def _quiet(on: date) -> Any:
    """Those who may be due: they have a name, nobody is beside them, and we have known them for a year or more."""
    shortest = min(schedule()[name].due_after(on) - on for name in (PERSON, NEVER_MET))
    beside = Assignment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on)).values("person")
    people = Person.objects.filter(merged_into__isnull=True, pk__in=Name.objects.values("person"))
    known = Q(recorded_at__date__lte=on - shortest + _MARGIN) | Q(died_on__isnull=False) | Q(assignments__isnull=False)
    return people.exclude(pk__in=beside).filter(known).distinct().order_by("pk")


def due_person(person: Person, on: date) -> Due | None:
    """When the whole record must go; None while somebody works with them or has not answered them."""
    work = work_with(person.pk)
    beside = Assignment.objects.filter(person=person)
    open_ = any(one.open for one in work) or beside.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on)).exists()
    if open_ or SubjectRequest.objects.filter(person=person, handed_on__isnull=True).exists():
        return None
    ended = beside.aggregate(last=Max("ends_on"))["last"]
    days = [day for day in (ended, person.died_on, *(one.last for one in work)) if day]
    name, since = (PERSON, max(days)) if days else (NEVER_MET, timezone.localdate(person.recorded_at))
    longest = max([schedule()[name].due_after(since), *_kept_longer(person)])
    return Due(longest, name, person.pk, person.pk, since)


def _kept_longer(person: Person) -> Iterator[date]:
    """Until when single rows of the record are kept: a record is kept as long as any of them."""
    for name, model, column, meant in ROWS:
        rows = model.objects.filter(meant, person=person, **{f"{column}__isnull": False})
        for since in rows.values_list(column, flat=True):
            yield schedule()[name].due_after(since)
