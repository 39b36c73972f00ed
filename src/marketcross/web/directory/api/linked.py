"""A service in the words of schema.org, for those who read pages by machine. Source: schema.org/Service."""

from typing import Any

from .mapping import A_SESSION, DAYS, OVERNIGHT
from .shapes import Location, Schedule, Service

_DAYS = dict(zip(DAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))


def linked(service: Service, page: str) -> dict[str, Any]:
    """The service as JSON-LD; ``page`` is the address at which people read it. What is not known is left out."""
    organisation = service.organization
    said = {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": page,
        "identifier": str(service.id),
        "name": service.name,
        "description": service.description,
        "url": page,
        "sameAs": service.url,
        "category": [a.taxonomy_term.name for a in service.attributes or () if a.taxonomy_term],
        "areaServed": [area.name for area in service.service_areas or ()],
        "provider": organisation
        and _given({"@type": "Organization", "name": organisation.name, "url": organisation.website}),
        "hoursAvailable": [_hours(schedule) for schedule in service.schedules or ()],
        "availableChannel": [_channel(service, place.location) for place in service.service_at_locations or ()],
        "offers": [
            {"@type": "Offer", "price": cost.amount, "priceCurrency": "GBP", "description": A_SESSION}
            for cost in service.cost_options or ()
        ],
    }
    return _given(said)


def _hours(schedule: Schedule) -> dict[str, Any]:
    """schema.org lets hours end on the next day by closing earlier than they open."""
    return _given(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": _DAYS[schedule.byday or "MO"],
            "opens": schedule.opens_at,
            "closes": schedule.closes_at,
            "description": OVERNIGHT if schedule.notes == OVERNIGHT else None,
        }
    )


def _channel(service: Service, location: Location | None) -> dict[str, Any]:
    phone = service.phones[0].number if service.phones else None
    where = _place(location) if location else None
    return _given({"@type": "ServiceChannel", "servicePhone": phone, "serviceLocation": where})


def _place(location: Location) -> dict[str, Any]:
    address = (location.addresses or [None])[0]
    at = {"@type": "GeoCoordinates", "latitude": location.latitude, "longitude": location.longitude}
    street = address and {
        "@type": "PostalAddress",
        "streetAddress": address.address_1,
        "addressLocality": address.city,
        "postalCode": address.postal_code,
        "addressCountry": address.country,
    }
    where = {"@type": "Place", "name": location.name, "address": street and _given(street)}
    return _given(where | ({"geo": at} if location.latitude is not None else {}))


def _given(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value not in (None, "", [])}
