"""What a group or provider says of itself when it changes something: everything on one page."""

from itertools import groupby
from typing import Any

from marketcross.web.directory.listing import Listing, Place
from marketcross.web.directory.vocabulary import Hours

from .listing import ReachForm, WhatForm, WhenForm, WhereForm
from .saying import SETS


class ChangeForm(WhatForm, WhenForm, WhereForm, ReachForm):
    """Everything that is said of a service, on one page."""

    field_order = [name for page in (WhatForm, WhenForm, WhereForm, ReachForm) for name in page.base_fields]


def answers_of(listing: Listing) -> dict[str, Any]:
    """A listing as the initial answers of a ChangeForm.

    :raises TooVaried: it has more places or sets of hours than the form has room for.
    """
    sets = [
        (key, [hours.day for hours in found])
        for key, found in groupby(sorted(listing.hours, key=_same_hours), key=_same_hours)
    ]
    if len(sets) > len(SETS) or len(listing.places) > 1 or any(key[2] for key, _ in sets[1:]):
        raise TooVaried
    place = listing.places[0] if listing.places else Place(postcode="")
    said = {name: getattr(listing, name) for name in ChangeForm.base_fields if hasattr(listing, name)}
    said |= {"postcode": place.postcode, "place": place.name, "address": place.address, "access": place.access}
    said |= {"price": _price(listing.price_pence), "pounds": listing.price_pence or None, "areas": list(listing.areas)}
    for suffix, ((opens, closes, overnight), days) in zip(SETS, sets, strict=False):
        said |= {f"days{suffix}": days, f"opens{suffix}": opens, f"closes{suffix}": closes}
        said |= {"overnight": overnight} if not suffix else {}
    return said


class TooVaried(Exception):
    """A listing that came from elsewhere, with more to it than the form can show."""


def _same_hours(hours: Hours) -> tuple[Any, Any, bool]:
    return (hours.opens, hours.closes, hours.overnight)


def _price(pence: int | None) -> str:
    return "ask" if pence is None else "paid" if pence else "free"
