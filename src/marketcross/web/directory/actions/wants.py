"""Leave a want: what somebody looked for in vain, in codes."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.directory.counting import DAYS, Visitor, mark
from marketcross.web.directory.events import WantLeft
from marketcross.web.directory.models import Want, WantDay
from marketcross.web.directory.vocabulary import ANY, EVERYBODY
from marketcross.web.places import queries as places

from .categories import category_row
from .listing import on_day


def old_days(at: datetime) -> QuerySet[WantDay]:
    """The days whose marks count no more."""
    return WantDay.objects.filter(on__lte=on_day(at) - timedelta(days=DAYS))


@action("directory.marks_forgotten")
def forget_marks(*, by: Actor, at: datetime) -> int:
    """Delete the secrets of old days, and with each its marks; returns how many days."""
    old = list(old_days(at))
    for day in old:
        note(day, on=day.on)
        day.delete()
    return len(old)


@action("directory.want_left")
def leave_want(
    *,
    by: Actor,
    at: datetime,
    category: str,
    locality: str,
    group: str = EVERYBODY,
    time: str = ANY,
    price: str = ANY,
    source: str = Want.Source.SELF,
    visitor: Visitor | None = None,
) -> Want:
    """Keep a want. ``locality`` is a council locality's code, or "" where nobody said where.

    ``visitor``: who is not to count again for the same thing (ask ``counting.counted_before`` first).

    :raises UnknownCategory, ValueError: a code that stands in no list.
    """
    where = places.locality(locality) if locality else None
    if locality and where is None:
        raise ValueError("no such council locality")
    want = Want.objects.create(
        category=category_row(category, at=at),
        locality=where,
        group=group or EVERYBODY,
        time=time or ANY,
        price=price or ANY,
        source=source,
        on=on_day(at),
    )
    if visitor:
        mark(visitor, category, locality, on=want.on)
    note(want, category=category, locality=locality, group=group, time=time, price=price, source=source)
    publish(WantLeft(want=str(want.pk)))
    return want
