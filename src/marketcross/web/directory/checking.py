"""What is wrong with a listing: each problem in words that say what to do, by the field it belongs to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from marketcross.web.places import queries as places

from .categories import kinds
from .listing import Listing
from .vocabulary import DAYS, GROUPS, Hours

Problem = tuple[str, Any]


class ListingRefused(Exception):
    """A listing that cannot be written. ``problems``: field to what to do."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(f"cannot be listed: {', '.join(problems)}")
        self.problems = problems


def check(listing: Listing) -> Listing:
    """The listing in its plainest form, after everything that is wrong with it was looked for at once.

    :raises ListingRefused: something is.
    """
    problems: dict[str, str] = {}
    for field, words in (*_said(listing), *_when(listing), *_where(listing)):
        problems.setdefault(field, str(words))
    if problems:
        raise ListingRefused(problems)
    return plain(listing)


def plain(listing: Listing) -> Listing:
    """One way to say each thing: codes in order, postcodes in their form; where no area is named, all may come."""
    return replace(
        listing,
        name=listing.name.strip(),
        groups=tuple(sorted(set(listing.groups))),
        places=tuple(replace(p, postcode=places.normal_postcode(p.postcode) or "") for p in listing.places),
        hours=tuple(sorted(listing.hours, key=lambda h: (h.day, h.opens))),
        areas=() if listing.everywhere else tuple(sorted(set(listing.areas))),
        everywhere=listing.everywhere or not listing.areas,
    )


def _said(listing: Listing) -> Iterator[Problem]:
    if not listing.name.strip():
        yield "name", _("Enter a name that people will know it by")
    if listing.category not in kinds():
        yield "category", _("Choose what kind of support it is")
    if not listing.groups or set(listing.groups) - set(GROUPS):
        yield "groups", _("Choose who it is for")
    if not (listing.phone or listing.email or listing.website):
        yield "phone", _("Give a phone number, an email address or a website, so that people can reach you")
    youngest, oldest = listing.minimum_age, listing.maximum_age
    if youngest is not None and oldest is not None and oldest < youngest:
        yield "maximum_age", _("The oldest age must be the same as the youngest, or higher")


def _when(listing: Listing) -> Iterator[Problem]:
    for hours in listing.hours:
        if not hours.overnight and hours.closes <= hours.opens:
            yield "closes", _closing(hours)
    if any(count > 1 for count in Counter((h.day, h.opens) for h in listing.hours).values()):
        yield "opens", _("The same day and time stand there twice: take one out")


def _closing(hours: Hours) -> str:
    day, opens, closes = DAYS[hours.day], f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}"
    return _(
        "%(day)s ends at %(closes)s, before it starts at %(opens)s: change one, or say that it goes through the night"
    ) % {"day": day, "opens": opens, "closes": closes}


def _where(listing: Listing) -> Iterator[Problem]:
    for place in listing.places:
        if places.normal_postcode(place.postcode) is None:
            yield "postcode", _("Enter a full postcode, like ZX1 0AA")
        elif places.postcode(place.postcode) is None:
            yield "postcode", _("We do not know this postcode. Check it, or leave it out and choose areas instead")
    known = set(places.localities().filter(code__in=listing.areas).values_list("code", flat=True))
    if set(listing.areas) - known:
        yield "areas", _("Choose areas from the list")
    if not (listing.places or listing.areas or listing.everywhere):
        yield "areas", _("Say where people can use it: give a postcode, or choose the areas that you go to")
