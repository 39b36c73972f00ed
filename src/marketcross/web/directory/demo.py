"""Made services and wants for a demonstration: made names, marked as examples; the same seed makes the same ones.

One locality has no men's group on purpose: it is what the story of the demonstration looks for in vain.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from random import Random
from uuid import UUID

import yaml

from marketcross.web.core.actor import ANONYMOUS, SYSTEM
from marketcross.web.core.models import User
from marketcross.web.places import queries as places
from marketcross.web.places.models import Locality

from . import actions
from .listing import Listing, Place
from .registration.demo import make_location
from .registration.matching import confirm_location
from .registration.rule import where_given
from .vocabulary import Hours

FILE = Path(__file__).with_name("demo_services.yaml")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One plausible kind of service. ``{place}`` is its locality. ``hours``: days, from, until; none: as agreed."""

    category: str
    name: str
    description: str
    groups: tuple[str, ...] = ("everybody",)
    hours: tuple[str, int, int] | None = None
    prices: tuple[int | None, ...] = (0,)
    happens: str = "place"
    kind: str = "group"
    direct_payments: bool = False


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns of demo_services.yaml, men's groups first."""
    entries = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    lists = ("groups", "hours", "prices")
    return tuple(Pattern(**{k: tuple(v) if k in lists else v for k, v in entry.items()}) for entry in entries)


_STARTS = ("Tal", "Mer", "Os", "Dun", "Fal", "Quen", "Har", "Pel", "Wick", "Lor", "Bir", "Sel")
_MIDDLES = ("lo", "ra", "ber", "sta", "mi", "den", "ki", "wen")
_ENDS = ("way", "ford", "thorn", "mere", "combe", "stead", "leigh", "brook")
_SORTS = {"group": "Neighbours", "charity": "Trust", "company": "Care Ltd", "sole_trader": "", "public": "Council"}


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: keys of organisations and services, and the code of the locality without a men's group."""

    organisations: tuple[UUID, ...]
    services: tuple[UUID, ...]
    no_mens_group_in: str


def make(
    *, seed: int, at: datetime, localities: Iterable[Locality] | None = None, n: int = 60, member: User | None = None
) -> Made:
    """List ``n`` made services over the council's localities; ``member`` speaks for the first organisation.

    :raises ValueError: there is no locality with a postcode.
    """
    rng = Random(seed)
    where = [(one, _postcodes(one)) for one in (places.localities() if localities is None else localities)]
    where = [(one, postcodes) for one, postcodes in where if postcodes]
    if not where:
        raise ValueError("load postcodes before made services: no council locality has one")
    without = where[0][0].code
    organisations, services = [], []
    for number, (pattern, (locality, postcodes)) in enumerate(islice(_order(rng, where, without), n)):
        said_at = at - timedelta(days=rng.randrange(1, 300))
        name = _name(rng, pattern)
        made = actions.list_organisation(
            by=SYSTEM, at=said_at, name=name, kind=pattern.kind, example=True, member=None if number else member
        )
        listing = _listing(rng, pattern, locality, rng.choice(postcodes))
        listing = _registered(listing, seed=f"{seed} {number}", name=name, at=said_at)
        service = actions.list_service(by=SYSTEM, at=said_at, organisation=made.pk, listing=listing)
        if listing.cqc_location:
            confirm_location(by=SYSTEM, at=said_at, service=service.pk, number=listing.cqc_location)
        if service.standing == "waiting" or rng.random() < 0.7:
            actions.check_service(by=SYSTEM, at=said_at + timedelta(hours=20), service=service.pk)
        organisations.append(made.pk)
        services.append(service.pk)
    return Made(tuple(organisations), tuple(services), without)


def _registered(listing: Listing, *, seed: str, name: str, at: datetime) -> Listing:
    """Personal care with a made location that carries it; anything else as it is."""
    where = where_given(listing.category)
    if where is None:
        return listing
    postcode = listing.places[0].postcode if listing.places else ""
    number = make_location(seed=seed, name=name, where=where, postcode=postcode, at=at)
    return replace(listing, cqc_location=number)


def make_wants(*, seed: int, at: datetime, made: Made, n: int = 60) -> int:
    """Leave ``n`` made wants of the last quarter, many for the men's group that is not there or for tidy gardens."""
    rng = Random(seed)
    codes = [place.code for place in places.localities()]
    stories = [_MENS | {"locality": made.no_mens_group_in}] * 14 + [_GARDEN | {"locality": codes[-1]}] * 14
    for number in range(n):
        terms = stories[number] if number < len(stories) else _other(rng, codes)
        source = rng.choice(("self", "self", "for_somebody", "library"))
        said_at = at - timedelta(days=rng.randrange(0, 90))
        actions.leave_want(by=ANONYMOUS, at=said_at, source=source, **terms)
    return n


_MENS = {"category": "mens-group", "group": "men", "price": "up_to_5", "time": "weekday_evening"}
_GARDEN = {"category": "gardening", "group": "older_people", "price": "up_to_15", "time": "any"}


def _other(rng: Random, codes: Sequence[str]) -> dict[str, str]:
    pattern, when = rng.choice(patterns()[1:]), rng.choice(("any", "weekday_morning", "weekday_evening"))
    place = rng.choice(codes)
    return {"category": pattern.category, "locality": place, "group": pattern.groups[0], "price": "any", "time": when}


def _order(rng: Random, where: Sequence[tuple[Locality, list[str]]], without: str) -> Iterator[
    tuple[Pattern, tuple[Locality, list[str]]]
]:  # fmt: skip
    """Men's groups first, in every locality but one; then all other patterns in every locality, in a drawn order."""
    mens, *others = patterns()
    yield from ((mens, place) for place in where if place[0].code != without)
    rest = [(pattern, place) for pattern in others for place in where]
    rng.shuffle(rest)
    yield from cycle(rest)


def _postcodes(locality: Locality) -> list[str]:
    return list(locality.links.order_by("postcode").values_list("postcode", flat=True)[:200])


def _name(rng: Random, pattern: Pattern) -> str:
    first = rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_ENDS)
    person = f"{rng.choice(_STARTS)}{rng.choice(_MIDDLES)} {first}"
    return person if pattern.kind == "sole_trader" else f"{first} {_SORTS[pattern.kind]}"


def _listing(rng: Random, pattern: Pattern, locality: Locality, postcode: str) -> Listing:
    at_a_place = pattern.happens == "place"
    hall = f"{rng.choice(('Old', 'New', 'Little', 'Upper'))} {rng.choice(('Mill', 'Chapel', 'School', 'Forge'))} Hall"
    place = Place(
        postcode=postcode, name=hall, address=f"{rng.randrange(1, 90)} Example Road",
        access=rng.choice(("Level entrance, and a toilet for wheelchairs", "One step; ring and we help", "")),
    )  # fmt: skip
    local = pattern.category == "mens-group" or not at_a_place or rng.random() < 0.3
    return Listing(
        name=pattern.name.format(place=locality.name),
        category=pattern.category,
        description=pattern.description,
        groups=pattern.groups,
        price_pence=rng.choice(pattern.prices),
        takes_direct_payments=pattern.direct_payments,
        how_to_start=rng.choice(("Just come along.", "Call us first.", "Call, and we visit you.")),
        phone=f"01632 960 {rng.randrange(1000):03d}",  # numbers kept for made-up stories
        hours=_hours(pattern),
        happens=pattern.happens,
        places=(place,) if at_a_place else (),
        areas=(locality.code,) if local else (),
        everywhere=not local,
    )


def _hours(pattern: Pattern) -> tuple[Hours, ...]:
    if pattern.hours is None:
        return ()
    days, opens, closes = pattern.hours
    return tuple(Hours(int(day), time(opens), time(closes)) for day in days.split())
