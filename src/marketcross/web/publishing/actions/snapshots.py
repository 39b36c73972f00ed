"""Count the wants of some months, once and for ever."""

from datetime import date, datetime

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.publishing.evidence import counted
from marketcross.web.publishing.models import EvidenceCount, EvidenceSnapshot


class MonthsTaken(ValueError):
    """Months that are not over, not whole, or counted already."""


@action("publishing.wants_counted")
def count_wants(
    *, by: Actor, at: datetime, starts_on: date, ends_on: date, threshold: int = 5, rounded_to: int = 1
) -> EvidenceSnapshot:
    """Freeze what may be shown of the wants of the whole months ``[starts_on, ends_on)``.

    :raises MonthsTaken: they are not whole months that are over, or one of them was counted already.
    """
    today = timezone.localtime(at).date()
    whole = starts_on.day == 1 and ends_on.day == 1 and starts_on < ends_on <= today
    if not whole or EvidenceSnapshot.objects.filter(starts_on__lt=ends_on, ends_on__gt=starts_on).exists():
        raise MonthsTaken("months are counted whole, when they are over, and once")
    made = EvidenceSnapshot.objects.create(
        starts_on=starts_on, ends_on=ends_on, counted_on=today, threshold=threshold, rounded_to=rounded_to
    )
    shown = counted(starts_on, ends_on, threshold=threshold, rounded_to=rounded_to)
    EvidenceCount.objects.bulk_create(
        EvidenceCount(
            snapshot=made, category=one.category, locality=one.locality, group=one.group, time=one.time, count=one.count
        )
        for one in shown
    )
    note(made, starts_on=starts_on, ends_on=ends_on, threshold=threshold, rounded_to=rounded_to, shown=len(shown))
    return made
