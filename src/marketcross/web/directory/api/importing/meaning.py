"""From a service of Open Referral to a listing of ours, and words about what could not be kept."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from uuid import UUID

from marketcross.web.directory.api.mapping import A_SESSION, DAYS, EVERYWHERE, OVERNIGHT
from marketcross.web.directory.api.shapes import Location, Schedule, Service
from marketcross.web.directory.api.taxonomies import ATTENDANCE, AUDIENCES, KINDS, PAYMENTS, Term, terms
from marketcross.web.directory.listing import Listing, Place
from marketcross.web.directory.vocabulary import EVERYBODY, Hours

MOST_PENCE = 10_000_000
_BYDAY = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*")


class NotUnderstood(Exception):
    """A service that cannot become a listing: why, in words."""


@dataclass(slots=True)
class Known:
    """What this directory knows: codes of localities by code and by name, their names, and the table of kinds."""

    localities: Mapping[str, str]
    by_name: Mapping[str, str]
    kinds: Mapping[str, str] = field(default_factory=dict)


def listing_from(service: Service, known: Known) -> tuple[Listing, list[str]]:
    """The listing, and what of the service could not be kept.

    :raises NotUnderstood: it says no kind of support that we know, or serves only places that are not here.
    """
    lost: list[str] = []
    applied = list(_terms(service))
    areas, everywhere = _areas(service, known, lost)
    pence, includes = _price(service, lost)
    places = tuple(_places(service, known, lost))
    listing = Listing(
        name=_clean(service.name, 10_000, "name", lost),
        category=_category(applied, service, known, lost),
        description=_clean(service.description, 2_000, "description", lost),
        groups=tuple(sorted({t.code for t in applied if t.taxonomy == AUDIENCES})) or (EVERYBODY,),
        minimum_age=_age(service.minimum_age),
        maximum_age=_age(service.maximum_age),
        price_pence=pence,
        price_includes=includes,
        takes_direct_payments=any(term.taxonomy == PAYMENTS for term in applied),
        how_to_start=_clean(service.application_process, 300, "how to start", lost),
        phone=_clean(service.phones[0].number if service.phones else "", 30, "telephone", lost),
        email=_clean(service.email, 254, "email", lost),
        website=_clean(service.url, 200, "website", lost),
        hours=tuple(_hours(service, lost)),
        happens=next((term.code for term in applied if term.taxonomy == ATTENDANCE), ""),
        places=places,
        areas=areas,
        everywhere=everywhere,
    )
    return listing, lost


def _clean(text: str | None, most: int, what: str, lost: list[str]) -> str:
    """Text as text: without signs that steer a screen or a database, and no longer than we keep."""
    said = "".join(c for c in text or "" if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    if said != (text or ""):
        lost.append(f"{what}: control signs were taken out")
    if len(said) > most:
        lost.append(f"{what}: cut to {most} signs")
    return said[:most]


def _terms(service: Service) -> Iterator[Term]:
    """Our own terms that apply."""
    for one in service.attributes or ():
        key = one.taxonomy_term_id or (one.taxonomy_term.id if one.taxonomy_term else None)
        if key in terms():
            yield terms()[key]


def _category(applied: list[Term], service: Service, known: Known, lost: list[str]) -> str:
    found = [term.code for term in applied if term.taxonomy == KINDS] or list(_by_table(service, known))
    if not found:
        said = [one.taxonomy_term.name for one in service.attributes or () if one.taxonomy_term]
        named = f"of its terms ({', '.join(said[:5])})" if said else "since it has no terms (was full=true asked?)"
        raise NotUnderstood(f"no kind of support is known {named}: give a table with --kinds")
    if len(set(found)) > 1:
        lost.append(f"further kinds of support: {', '.join(sorted(set(found[1:])))}")
    return found[0]


def _by_table(service: Service, known: Known) -> Iterator[str]:
    """Kinds for foreign terms: by the council's table, else where a term has the very name of one of ours."""
    titles = {t.shape.name.casefold(): t.code for t in terms().values() if t.taxonomy == KINDS}
    for one in service.attributes or ():
        if term := one.taxonomy_term:
            by_name = known.kinds.get(term.name.casefold()) or titles.get(term.name.casefold())
            if code := known.kinds.get(str(term.id)) or by_name:
                yield code


def _areas(service: Service, known: Known, lost: list[str]) -> tuple[tuple[str, ...], bool]:
    said = service.service_areas or []
    if not said or any((area.name or area.service_area) == EVERYWHERE for area in said):
        return (), True
    found, unknown = set(), []
    for area in said:
        name = area.name or area.service_area or ""
        code = area.extent if area.extent in known.localities else known.by_name.get(name.casefold())
        found.add(code) if code else unknown.append(name or "without a name")
    if not found:
        raise NotUnderstood(f"serves {', '.join(unknown[:5])}: none is a locality here")
    if unknown:
        lost.append(f"areas that are not here: {', '.join(unknown[:5])}")
    return tuple(sorted(filter(None, found))), False


def _price(service: Service, lost: list[str]) -> tuple[int | None, str]:
    """The lowest price in pence, and its conditions."""
    said = [cost for cost in service.cost_options or () if cost.amount is not None]
    if not said:
        return None, ""
    least = min(said, key=lambda cost: cost.amount or 0)
    pence = round(Decimal(str(least.amount)) * 100) if abs(least.amount or 0) < MOST_PENCE else MOST_PENCE + 1
    if not 0 <= pence <= MOST_PENCE:
        raise NotUnderstood(f"a price of {least.amount}: it must be from 0 to {MOST_PENCE // 100:,} pounds")
    if len(said) > 1:
        lost.append(f"{len(said)} prices: the lowest is kept")
    each = least.amount_description if least.amount_description != A_SESSION else ""
    return pence, _clean("; ".join(filter(None, (least.option, each))), 200, "what the price includes", lost)


def _age(said: float | int | None) -> int | None:
    if said is None:
        return None
    if not 0 <= said <= 150:
        raise NotUnderstood(f"an age of {said}: it must be from 0 to 150")
    return int(said)


def _hours(service: Service, lost: list[str]) -> Iterator[Hours]:
    for one in service.schedules or ():
        if one.freq == "MONTHLY" or not one.byday or not _BYDAY.fullmatch(one.byday):
            lost.append("hours that are not on days of each week")
        elif not (one.opens_at and one.closes_at):
            lost.append(f"hours without a beginning or an end ({one.byday})")
        else:
            yield from (_hour(day, one) for day in dict.fromkeys(one.byday.split(",")))


def _hour(day: str, said: Schedule) -> Hours:
    """One day's hours; whether they end before they begin is for the check of listings to say."""
    opens, closes = (_clock(at or "") for at in (said.opens_at, said.closes_at))
    return Hours(DAYS.index(day) + 1, opens, closes, overnight=said.notes == OVERNIGHT)


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None, microsecond=0)
    except ValueError:
        raise NotUnderstood(f"a time of {text[:20]!r}: write it as HH:MM") from None


def _places(service: Service, known: Known, lost: list[str]) -> Iterator[Place]:
    for at in service.service_at_locations or ():
        if at.location and at.location.location_type == "physical":
            yield _place(at.location, known, lost)


def _place(location: Location, known: Known, lost: list[str]) -> Place:
    address = next(iter(location.addresses or ()), None)
    if address is None:
        raise NotUnderstood("a place without an address")
    name = _clean(location.name, 120, "a place's name", lost)
    line = "" if address.address_1 == location.name else address.address_1
    town = address.city.casefold()
    if town and town not in line.casefold() and town not in known.by_name:  # our own localities are not towns
        line = ", ".join(filter(None, (line, address.city)))
    access = "; ".join(filter(None, (one.description for one in location.accessibility or ())))
    return Place(
        postcode=address.postal_code[:10],
        name=name,
        address=_clean(line, 200, "an address", lost),
        access=_clean(access, 300, "how to get in", lost),
    )


def organisation_kind(keys: list[UUID | None]) -> str:
    """Our code for the kind of an organisation; a group where its source does not say."""
    found = (terms()[key].code for key in keys if key in terms() and terms()[key].taxonomy == "organisations")
    return next(found, "group")
