"""Leave a want: what somebody looked for in vain, in codes."""

from datetime import datetime

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.directory.events import WantLeft
from marketcross.web.directory.models import Want
from marketcross.web.directory.vocabulary import ANY, EVERYBODY
from marketcross.web.places import queries as places

from .categories import category_row
from .listing import on_day


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
) -> Want:
    """Keep a want. ``locality`` is a council locality's code, or "" where nobody said where.

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
    note(want, category=category, locality=locality, group=group, time=time, price=price, source=source)
    publish(WantLeft(want=str(want.pk)))
    return want
