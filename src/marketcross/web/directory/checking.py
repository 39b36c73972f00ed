"""What is wrong with a listing: each problem in words that say what to do, by the field it belongs to."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from marketcross.web.places import queries as places

from .categories import kinds
from .listing import Listing
from .registration.rule import normal_number, registered
from .vocabulary import DAYS, GROUPS, Hours

Problem = tuple[str, Any]
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{5,28}")
_WEBSITE = URLValidator(schemes=["http", "https"])


class ListingRefused(Exception):
    """A listing that cannot be written. ``problems``: field to what to do."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(f"cannot be listed: {', '.join(problems)}")
        self.problems = problems


def check(listing: Listing, *, on: date | None = None) -> Listing:
    """The listing in its plainest form, after everything that is wrong with it was looked for at once.

    ``on``: a day on which the register must carry the personal care that it names. Without one nobody looks it up:
    what came from another directory waits until staff have matched it.

    :raises ListingRefused: something is.
    """
    problems: dict[str, str] = {}
    care = registered(listing, on=on) if on else ()
    for field, words in (*_said(listing), *when(listing), *where(listing), *care):
        problems.setdefault(field, str(words))
    if problems:
        raise ListingRefused(problems)
    return plain(listing)


def plain(listing: Listing) -> Listing:
    """One way to say each thing: codes in order, postcodes in their form; where no area is named, all may come."""
    return replace(
        listing,
        name=listing.name.strip(),
        cqc_location=normal_number(listing.cqc_location),
        groups=tuple(sorted(set(listing.groups))),
        places=tuple(replace(p, postcode=places.normal_postcode(p.postcode) or "") for p in listing.places),
        hours=tuple(sorted(listing.hours, key=lambda h: (h.day, h.opens))),
        happens=_happens(listing),
        areas=() if listing.everywhere else tuple(sorted(set(listing.areas))),
        everywhere=listing.everywhere or not listing.areas,
    )


def _happens(listing: Listing) -> str:
    return listing.happens or ("place" if listing.places else "homes")


def _said(listing: Listing) -> Iterator[Problem]:
    if not listing.name.strip():
        yield "name", _("Enter a name that people will know it by")
    if listing.category not in kinds():
        yield "category", _("Choose what kind of support it is")
    if not listing.groups or set(listing.groups) - set(GROUPS):
        yield "groups", _("Choose who it is for")
    yield from reached(listing)
    youngest, oldest = listing.minimum_age, listing.maximum_age
    if youngest is not None and oldest is not None and oldest < youngest:
        yield "maximum_age", _("The oldest age must be the same as the youngest, or higher")


def reached(listing: Listing) -> Iterator[Problem]:
    """What is wrong with the ways to reach its provider."""
    if not (listing.phone or listing.email or listing.website):
        yield "phone", _("Give a phone number, an email address or a website, so that people can reach you")
    if listing.phone and not _PHONE.fullmatch(listing.phone):
        yield "phone", _("Enter a phone number, like 01632 960 001")
    if listing.email and not _valid(validate_email, listing.email):
        yield "email", _("Enter an email address, like name@example.com")
    if listing.website and not _valid(_WEBSITE, listing.website):
        yield "website", _("Enter a website's address, like https://example.com")


def _valid(validator: Callable[[str], None], text: str) -> bool:
    try:
        validator(text)
    except ValidationError:
        return False
    return True


def when(listing: Listing) -> Iterator[Problem]:
    """What is wrong with the hours."""
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


def where(listing: Listing) -> Iterator[Problem]:
    """What is wrong with the place and the areas."""
    if _happens(listing) not in ("place", "homes", "remote"):
        yield "happens", _("Choose where it happens")
    if _happens(listing) == "place" and not listing.places:
        yield "postcode", _("Enter the postcode of the place")
    for place in listing.places:
        if places.normal_postcode(place.postcode) is None:
            yield "postcode", _("Enter a full postcode, like ZX1 0AA")
        elif places.postcode(place.postcode) is None:
            yield "postcode", _("We do not know this postcode. Check it, or leave it out and choose areas instead")
    known = set(places.localities().filter(code__in=listing.areas).values_list("code", flat=True))
    if set(listing.areas) - known:
        yield "areas", _("Choose areas from the list")
    if not (listing.places or listing.areas or listing.everywhere):
        yield "areas", _("Choose the areas that you go to, or say that anybody may use it")
