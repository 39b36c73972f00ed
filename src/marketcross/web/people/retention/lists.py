"""A list of what must go: one person puts it forward, another one confirms it, then it goes. A hold stops it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import History, User
from marketcross.web.people.finding import keep
from marketcross.web.people.models import ErasureItem, ErasureList, LegalHold, Person, SubjectRequest

from .due import NEVER_MET, PERSON, ROWS, due, due_person
from .erasing import erase_person

MOST = 5_000  # in one list; what is left comes with the next


@action("people.erasure_proposed")
def propose(*, by: Actor, at: datetime, user: User) -> ErasureList:
    """Put forward what must go today.

    :raises ValidationError: a list waits already, or nothing must go.
    """
    on = timezone.localdate(at)
    if ErasureList.objects.filter(done_at__isnull=True).exists():
        raise ValidationError(_("A list waits already. Confirm it or withdraw it first."))
    found = due(on)[:MOST]
    if not found:
        raise ValidationError(_("Nothing must go today."))
    made = ErasureList.objects.create(on=on, proposed_by=user)
    numbers = dict(Person.objects.filter(pk__in={one.person for one in found}).values_list("pk", "return_id"))
    ErasureItem.objects.bulk_create(
        ErasureItem(
            of=made,
            schedule=one.schedule,
            row=one.row,
            reference=numbers[one.person],
            since=one.since,
            due_on=one.due_on,
        )
        for one in found
    )
    note(made, on=on, items=len(found))
    return made


@action("people.erasure_withdrawn")
def withdraw(*, by: Actor, at: datetime, of: ErasureList) -> None:
    """Take back a list that nobody has confirmed.

    :raises ValidationError: it was confirmed.
    """
    locked = ErasureList.objects.select_for_update().get(pk=of.pk)
    if locked.confirmed_at:
        raise ValidationError(_("This list was confirmed already."))
    note(locked, withdrawn=True)
    locked.items.all().delete()
    ErasureList.objects.filter(pk=of.pk).delete()


@action("people.erasure_confirmed")
def confirm(*, by: Actor, at: datetime, of: ErasureList, user: User) -> None:
    """Confirm what somebody else put forward; a job begins to erase at once.

    :raises ValidationError: it is one's own list, or confirmed already.
    """
    locked = ErasureList.objects.select_for_update().get(pk=of.pk)
    if locked.proposed_by_id == user.pk:
        raise ValidationError(_("Somebody else must confirm a list that you put forward."))
    if locked.confirmed_at:
        raise ValidationError(_("This list was confirmed already."))
    locked.confirmed_by, locked.confirmed_at = user, at
    locked.save(update_fields=["confirmed_by", "confirmed_at"])
    note(locked, confirmed_by=str(user.pk))
    from marketcross.web.people.jobs import erase_list

    erase_list.defer(erasure_list=str(locked.pk))


def carry_out(of: ErasureList, *, at: datetime) -> int:
    """Erase item by item, each whole in a transaction of its own; begun again it goes on. Returns how many went."""
    for item in list(of.items.filter(outcome=ErasureItem.Outcome.WAITING).order_by("due_on", "pk")):
        erase_item(by=SYSTEM, at=at, item=item)
    finish(by=SYSTEM, at=at, of=of)
    return of.items.filter(outcome=ErasureItem.Outcome.ERASED).count()


@action("people.erasure_item_done")
def erase_item(*, by: Actor, at: datetime, item: ErasureItem) -> None:
    """Erase one item, unless a hold was placed or the record was used since the list was made."""
    locked = ErasureItem.objects.select_for_update().get(pk=item.pk)
    if locked.outcome != ErasureItem.Outcome.WAITING:
        note(locked, outcome=locked.outcome)
        return
    whole = locked.schedule in {PERSON, NEVER_MET}
    gone = _erase_whole(by, at, locked) if whole else _erase_row(by, at, locked)
    locked.outcome = ErasureItem.Outcome.ERASED if gone else ErasureItem.Outcome.STOPPED
    locked.save(update_fields=["outcome"])
    note(locked, outcome=locked.outcome)


def _erase_whole(by: Actor, at: datetime, item: ErasureItem) -> bool:
    on = timezone.localdate(at)
    still = None if _held(item.row, on) else due_person(item.row, on)
    if still is None or still.due_on > on:
        return False
    erase_person(by=by, at=at, person=item.row, schedule=item.schedule)
    return True


def _erase_row(by: Actor, at: datetime, item: ErasureItem) -> bool:
    model, column, meant = next((model, column, meant) for name, model, column, meant in ROWS if name == item.schedule)
    row = model.objects.select_for_update(of=("self",)).filter(meant, pk=item.row, **{column: item.since}).first()
    if row is None or _held(row.person_id, timezone.localdate(at)):
        return False
    erase_row(by=by, at=at, row=row, schedule=item.schedule)
    return True


@action("people.row_erased")
def erase_row(*, by: Actor, at: datetime, row: Any, schedule: str) -> None:
    """Take away one row with what history holds of it; an answer that was handed over is only emptied."""
    person, key = row.person_id, row.pk
    if schedule == "subject_request_answer":
        SubjectRequest.objects.filter(pk=key).update(content=None)
        note(row, schedule=schedule)
        return
    History.objects.filter(record_kind=row._meta.label_lower, record_id=str(key)).delete()
    _forget_of_person(row)
    if isinstance(row, SubjectRequest):
        row.held_back.all().delete()
    type(row).objects.filter(pk=key).delete()
    note(row, schedule=schedule)
    keep(person)


def _forget_of_person(row: Any) -> None:
    """History notes a way to reach somebody with the person as well."""
    if value := getattr(row, "value", ""):
        said = History.objects.filter(record_kind="people.person", record_id=str(row.person_id), field=row.kind)
        said.filter(value__value=value).delete()


def _held(person: UUID, on: date) -> bool:
    return LegalHold.objects.filter(person=person, starts_on__lte=on).exclude(ends_on__lte=on).exists()


@action("people.erasure_done")
def finish(*, by: Actor, at: datetime, of: ErasureList) -> None:
    """All of the list was erased or stopped."""
    of.done_at = at
    of.save(update_fields=["done_at"])
    note(of, done=True)
