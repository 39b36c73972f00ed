"""From the answers of forms to a listing."""

from collections.abc import Iterator, Mapping
from typing import Any

from marketcross.web.directory.listing import Listing, Place
from marketcross.web.directory.models import Service
from marketcross.web.directory.vocabulary import Hours

SETS = ("", "_2")  # a group that meets at two different times


def listing_from(said: Mapping[str, Any]) -> Listing:
    """The cleaned answers of all pages but the first as a listing."""
    plain = (
        "name",
        "category",
        "description",
        "price_includes",
        "takes_direct_payments",
        "how_to_start",
        "cqc_location",
    )
    return Listing(
        **{name: said[name] for name in plain},
        **where(said),
        **reached(said),
        groups=tuple(said["groups"]),
        price_pence={"free": 0, "paid": said["pounds"], "ask": None}[said["price"]],
        hours=tuple(hours(said)),
    )


def reached(said: Mapping[str, Any]) -> dict[str, str]:
    """The ways to reach a provider, as a listing has them."""
    website = said["website"].strip()
    whole = f"https://{website}" if website and "://" not in website else website
    return {"phone": said["phone"].strip(), "email": said["email"].strip(), "website": whole}


def where(said: Mapping[str, Any]) -> dict[str, Any]:
    """Where it happens and for whose homes, as a listing has it."""
    at = Place(postcode=said["postcode"], name=said["place"], address=said["address"], access=said["access"])
    has_place = said["happens"] == Service.Happens.PLACE and said["postcode"]
    areas = tuple(said["areas"])
    return {"happens": said["happens"], "places": (at,) if has_place else (), "areas": areas, "everywhere": not areas}


def hours(said: Mapping[str, Any]) -> Iterator[Hours]:
    """One row for each day of each set."""
    for suffix in SETS:
        for day in said[f"days{suffix}"]:
            overnight = bool(said["overnight"]) and not suffix
            yield Hours(int(day), said[f"opens{suffix}"], said[f"closes{suffix}"], overnight)
