"""Merge and unmerge: the two actions."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.people.events import Merged, Unmerged
from marketcross.web.people.finding import keep
from marketcross.web.people.models import Person
from marketcross.web.people.models.merging import LikelySame, Merge, MergedValue

from .checking import why_not
from .choosing import Choices
from .moving import move_everything
from .refusing import CannotMerge
from .restricted import restrict_both, restricted_since
from .values import give_back, put


@action("people.merged")
def merge(
    *,
    by: Actor,
    at: datetime,
    kept: UUID,
    gone: UUID,
    choices: Choices | None = None,
    work_decided: bool = False,
) -> Merge:
    """Make ``gone`` lead to ``kept``, with all that belongs to it. ``choices`` say whose word counts where both differ.

    :raises CannotMerge: something would be lost, or nobody has decided about open work; nothing was changed.
    """
    locked = _locked(kept, gone)
    on = timezone.localdate(at)
    reasons = why_not(locked[kept], locked[gone], by=by.id, on=on, work_decided=work_decided)
    if reasons:
        raise CannotMerge(reasons)
    done = Merge.objects.create(kept=locked[kept], gone=locked[gone], at=at)
    try:
        with transaction.atomic():
            move_everything(done, choices or {})
    except IntegrityError as problem:
        raise CannotMerge([_cannot_stand(problem)]) from None
    LikelySame.objects.filter(one__in=locked, other__in=locked).delete()
    keep(kept, gone)
    note(done, kept=str(kept), gone=str(gone), choices=dict(choices or {}), changed=done.values.count())
    note(locked[gone], merged_into=str(kept))
    publish(Merged(kept=str(kept), gone=str(gone)))
    return done


@action("people.unmerged")
def unmerge(*, by: Actor, at: datetime, merge: Merge) -> None:
    """Make two records of one again: each value that the merge changed is as it was, unless it was changed since.

    What was written since the merge stays with the kept record. Merges are undone in turn, the last one first.

    :raises CannotMerge: another merge came after, or what was written since leaves no room; nothing was changed.
    """
    locked = _locked(merge.kept_id, merge.gone_id)
    done = Merge.objects.select_for_update().get(pk=merge.pk)
    reasons = _why_not_undone(done, locked, by, at)
    if reasons:
        raise CannotMerge(reasons)
    hidden_from_others = restricted_since(done)
    try:
        with transaction.atomic():
            _undo(done)
    except IntegrityError as problem:
        raise CannotMerge([_cannot_stand(problem)]) from None
    done.undone_at = at
    done.save(update_fields=["undone_at"])
    restrict_both(by, at, done, hidden_from_others)
    keep(done.kept_id, done.gone_id)
    note(done, undone=True)
    note(locked[done.gone_id], merged_into=None)
    publish(Unmerged(kept=str(done.kept_id), restored=str(done.gone_id)))


def _locked(*keys: UUID) -> dict[UUID, Person]:
    """The records, which nobody else merges or reads as a whole until the end; always in the order of their keys."""
    rows = {one.pk: one for one in Person.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    if missing := set(keys) - set(rows):
        raise Person.DoesNotExist(f"{len(missing)} of the records are not there")
    return rows


def _why_not_undone(done: Merge, locked: dict[UUID, Person], by: Actor, at: datetime) -> list[str]:
    later = Merge.objects.filter(kept=done.kept_id, undone_at__isnull=True, pk__gt=done.pk)
    if done.undone_at:
        return [_("This merge was undone already.")]
    if locked[done.kept_id].merged_into_id or later.exists():
        return [_("The record was merged again since. Undo the later merge first.")]
    return []


def _undo(done: Merge) -> None:
    """First rows go back to whom they belonged, by way of a record that is there for that moment; then other values."""
    values = list(done.values.order_by("pk"))
    there = [one for one in values if one.after == str(done.gone_id) and one.before == str(done.kept_id)]
    here = [one for one in values if one.after == str(done.kept_id) and one.before == str(done.gone_id)]
    aside = Person.objects.create()
    still = [one for one in there if _holds(one, done.gone_id)]
    _put_all(still, aside.pk)
    give_back(here)
    _put_all(still, done.kept_id)
    aside.delete()
    give_back(one for one in reversed(values) if one not in here and one not in there)


def _put_all(values: Iterable[MergedValue], person: UUID) -> None:
    for one in values:
        put(apps.get_model(one.model), [one.row], one.field, person)


def _holds(one: MergedValue, person: UUID) -> bool:
    return apps.get_model(one.model)._base_manager.filter(pk=one.row, **{one.field: person}).exists()


def _cannot_stand(problem: IntegrityError) -> str:
    """The rule of the database that two rows would break, by its name."""
    name = getattr(getattr(problem.__cause__, "diag", None), "constraint_name", None) or ""
    words = name.replace("_", " ")
    return _("Two entries cannot stand on one record (%(rule)s). End one of them first.") % {"rule": words}
