"""Take a read file into the register: as somebody new, or joined to a record that is the same person's."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.core.models import User
from marketcross.web.people.events import PersonAdded
from marketcross.web.people.exporting.kinds import kinds
from marketcross.web.people.finding import find, keep
from marketcross.web.people.merging import CannotMerge
from marketcross.web.people.merging.acting import merge
from marketcross.web.people.models import Assignment, Identifier, Move, NamedForRestricted, Person, ReceivedRow
from marketcross.web.people.queries.summary import PersonSummary
from marketcross.web.people.vocabulary import AssignedPart

from .reading import Reading
from .rows import made

MOST_ALIKE = 10


def look_alikes(reading: Reading, user: User, on: date) -> list[PersonSummary]:
    """Whom ``user`` may know of and who may be the same person: one of the numbers, or a name and a birthday."""
    found: dict[UUID, PersonSummary] = {}
    born = reading.rows["people.person"][0].get("born_on") or ""
    names = {str(row["whole"]) for row in reading.rows["people.name"]}
    numbers = {str(row["value"]) for row in reading.rows.get("people.identifier", [])}
    for text in [*sorted(numbers), *(f"{name} {born}".strip() for name in sorted(names))]:
        found |= {one.id: one for one in find(user, text, on)}
    return list(found.values())[:MOST_ALIKE]


@action("people.taken_in")
def take_in(
    *, by: Actor, at: datetime, reading: Reading, moves_on: date, user: User | None = None, join: UUID | None = None
) -> Person:
    """Make a record of what the file holds, all or nothing; ``user`` is beside them, and named where it is restricted.

    With ``join`` it becomes one with that record at once, as any two records do: it can be undone.

    :raises ValidationError: the tables' own rules refuse it, or it cannot be joined; nothing is kept.
    """
    already = Move.objects.filter(checksum=reading.checksum, way=Move.Way.IN).first()
    if already:
        raise ValidationError(_("This file was taken in before, on %(day)s.") % {"day": already.handed_on})
    try:
        with transaction.atomic():
            person = _made(reading, at, moves_on, user, join)
    except IntegrityError as problem:
        raise ValidationError(_refused(problem)) from None
    note(person, taken_in=reading.checksum, rows=sum(len(rows) for rows in reading.rows.values()))
    keep(person.pk)
    publish(PersonAdded(person=str(person.pk)))
    if join:
        try:
            merge(by=by, at=at, kept=join, gone=person.pk, work_decided=True)
        except CannotMerge as problem:
            raise ValidationError(problem.reasons) from None
        return Person.objects.get(pk=join)
    return person


def _made(reading: Reading, at: datetime, moves_on: date, user: User | None, join: UUID | None) -> Person:
    known = {kind.name: kind for kind in kinds()}
    person: Person = made(known["people.person"], reading.rows["people.person"][0])
    person.save()
    for name, rows in reading.rows.items():
        if name != "people.person":
            objects = [made(known[name], row, person=person) for row in rows]
            known[name].model._base_manager.bulk_create(one for one in objects if not _borne(one, join))
    on = timezone.localdate(at)
    move = Move.objects.create(
        person=person, way=Move.Way.IN, council=reading.council, moves_on=moves_on, handed_on=on, handed_by=user,
        checksum=reading.checksum,
    )  # fmt: skip
    ReceivedRow.objects.bulk_create(
        ReceivedRow(person=person, move=move, kind=name, position=place, body=row)
        for name, rows in reading.as_came.items()
        for place, row in enumerate(rows)
    )
    if user:
        _beside(person, user, on)
    return person


def _borne(one: Any, join: UUID | None) -> bool:
    """Whether the record that it joins bears the same number already."""
    return (
        join is not None
        and isinstance(one, Identifier)
        and Identifier.objects.filter(person=join, system=one.system, value=one.value, ends_on__isnull=True).exists()
    )


def _beside(person: Person, user: User, on: date) -> None:
    """Whoever takes somebody in works beside them until somebody else does; a restricted record needs a named one."""
    Assignment.objects.create(person=person, user=user, part=AssignedPart.PRACTITIONER, starts_on=on)
    if person.restricted:
        NamedForRestricted.objects.create(person=person, user=user, starts_on=on)


def _refused(problem: IntegrityError) -> str:
    name = getattr(getattr(problem.__cause__, "diag", None), "constraint_name", None) or ""
    if name in {"identifier_names_one_person", "identifier_one_nhs_number"}:
        return str(_("Some record bears one of these numbers already. Find it, and join the two."))
    return str(_("The rows of the file do not fit together (%(rule)s).") % {"rule": name.replace("_", " ")})
