"""From what the directory keeps to the objects of Open Referral (docs/method/open-referral.md)."""

from collections.abc import Iterator
from datetime import datetime, time
from uuid import UUID

from marketcross.web.directory import models
from marketcross.web.directory.models import Organisation, PublishedPlace
from marketcross.web.directory.models import Service as Kept

from .coordinates import wgs84
from .ids import beneath, place_id
from .shapes import (
    Accessibility,
    Address,
    Attribute,
    CostOption,
    Location,
    Organization,
    Phone,
    PlaceOfService,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceAtLocationInShort,
    ServiceInShort,
    ServiceWithoutPlaces,
)
from .taxonomies import ATTENDANCE, AUDIENCES, DIRECT_PAYMENTS, KINDS, ORGANISATIONS, PAYMENTS, attribute

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
A_SESSION = "a session"
OVERNIGHT = "Closes on the next day."
EVERYWHERE = "Everywhere"
EXAMPLE = "An example, made up for a demonstration. It does not exist."


def in_short(kept: Kept) -> ServiceInShort:
    """A service as lists show it."""
    return ServiceInShort(**_own(kept), organization=_organization(kept.organisation))


def whole(kept: Kept) -> Service:
    """A service with everything."""
    places = [PlaceOfService(id=_place_id(p), location=_location(p)) for p in ordered_places(kept)]
    return Service(**_own(kept), **_belongings(kept), service_at_locations=places)


def at_location_in_short(place: PublishedPlace) -> ServiceAtLocationInShort | None:
    """A service at a location as lists show it; the location without its address, as the profile's lists are."""
    kept, there = place.publication.service, _kept_place(place)
    if there is None:
        return None
    where = _location(there).model_copy(update={"addresses": None, "accessibility": None})
    return ServiceAtLocationInShort(id=place.key, service_id=kept.pk, location=where, service=in_short(kept))


def at_location(place: PublishedPlace) -> ServiceAtLocation | None:
    """A service at a location with everything."""
    kept, there = place.publication.service, _kept_place(place)
    if there is None:
        return None
    service = ServiceWithoutPlaces(**_own(kept), **_belongings(kept))
    return ServiceAtLocation(id=place.key, service_id=kept.pk, location=_location(there), service=service)


def price_words(pence: int | None) -> str | None:
    """A price a session in words; None where one has to ask."""
    if pence is None:
        return None
    return f"£{pence // 100}.{pence % 100:02} {A_SESSION}" if pence else "Free"


def ordered_places(kept: Kept) -> list[models.ServiceLocation]:
    """A service's places in an order that does not depend on when they were written, each once."""
    by_key = sorted(kept.places.all(), key=lambda p: (_place_id(p), p.access))
    return list({_place_id(p): p for p in by_key}.values())


def _own(kept: Kept) -> dict[str, object]:
    """The fields that are the service's own."""
    return {
        "id": kept.pk,
        "organization_id": kept.organisation_id,
        "name": kept.name,
        "description": kept.description,
        "url": kept.website,
        "email": kept.email,
        "status": "active",
        "application_process": kept.how_to_start,
        "fees": price_words(kept.price_pence),
        "minimum_age": kept.minimum_age,
        "maximum_age": kept.maximum_age,
        "assured_date": kept.checked_on,
        "alert": EXAMPLE if kept.organisation.example else None,
        "last_modified": last_modified(kept),
    }


def last_modified(kept: Kept) -> datetime:
    """When anything of what is published of a service last changed."""
    return kept.publication.modified_at


def _belongings(kept: Kept) -> dict[str, object]:
    """What belongs to a service, but for its places."""
    return {
        "organization": _organization(kept.organisation, with_attributes=True),
        "phones": [Phone(id=beneath(kept.pk, "phone", kept.phone), number=kept.phone)] if kept.phone else [],
        "schedules": [_schedule(hours) for hours in kept.schedules.all()],
        "service_areas": list(_areas(kept)),
        "cost_options": list(_costs(kept)),
        "attributes": list(_attributes(kept)),
    }


def _organization(kept: Organisation, *, with_attributes: bool = False) -> Organization:
    kind = attribute(beneath(kept.pk, "attribute", kept.kind), ORGANISATIONS, kept.kind)
    return Organization(
        id=kept.pk,
        name=kept.name,
        description=kept.description or Organisation.Kind(kept.kind).label,
        website=kept.website,
        attributes=[kind] if with_attributes else None,
    )


def _schedule(hours: models.Schedule) -> Schedule:
    return Schedule(
        id=beneath(hours.service_id, "schedule", hours.day, f"{hours.opens_at:%H:%M}"),
        freq="WEEKLY",
        byday=DAYS[hours.day - 1],
        opens_at=_clock(hours.opens_at),
        closes_at=_clock(hours.closes_at),
        notes=OVERNIGHT if hours.overnight else None,
    )


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _areas(kept: Kept) -> Iterator[ServiceArea]:
    if kept.serves_everywhere:
        yield _area(kept, EVERYWHERE, "")
    for area in sorted(kept.areas.all(), key=lambda area: area.locality.code):
        yield _area(kept, area.locality.name, area.locality.code)


def _area(kept: Kept, name: str, code: str) -> ServiceArea:
    key = beneath(kept.pk, "service_area", code)
    return ServiceArea(id=key, name=name, service_area=name, extent=code, extent_type="text")


def _costs(kept: Kept) -> Iterator[CostOption]:
    if kept.price_pence is not None:
        key = beneath(kept.pk, "cost_option", kept.price_pence)
        amount, says = kept.price_pence / 100, kept.price_includes
        yield CostOption(id=key, option=says, amount=amount, amount_description=A_SESSION)


def _attributes(kept: Kept) -> Iterator[Attribute]:
    said = [(KINDS, kept.category_id), *((AUDIENCES, group) for group in kept.groups), (ATTENDANCE, kept.happens)]
    if kept.takes_direct_payments:
        said.append((PAYMENTS, DIRECT_PAYMENTS))
    for taxonomy, code in said:
        yield attribute(beneath(kept.pk, "attribute", taxonomy, code), taxonomy, code)


def _place_id(place: models.ServiceLocation) -> UUID:
    return place_id(place.service_id, place.postcode_id, place.name, place.address)


def _kept_place(published: PublishedPlace) -> models.ServiceLocation | None:
    """The place itself; None where it changed between two reads of one answer."""
    return next((p for p in ordered_places(published.publication.service) if _place_id(p) == published.key), None)


def _location(place: models.ServiceLocation) -> Location:
    key, at = _place_id(place), place.postcode
    latitude, longitude = (None, None) if at.easting is None else wgs84(at.easting, at.northing)
    how = Accessibility(id=beneath(key, "accessibility", place.access), description=place.access)
    return Location(
        id=beneath(key, "location"),
        location_type="physical",
        name=place.name,
        latitude=latitude,
        longitude=longitude,
        addresses=[_address(place)],
        accessibility=[how] if place.access else [],
    )


def _address(place: models.ServiceLocation) -> Address:
    area = next((link.locality.name for link in place.postcode.links.all() if link.kind == "area"), "")
    return Address(
        id=beneath(_place_id(place), "address"),
        address_1=place.address or place.name,
        city=area,
        state_province=area,
        postal_code=place.postcode_id,
    )
