"""A service as its provider said it."""

from marketcross.web.directory.listing import Listing, Place
from marketcross.web.directory.models import Service
from marketcross.web.directory.vocabulary import Hours


def listing_of(service: Service) -> Listing:
    """What is written of a service, in the form in which it is said."""
    return Listing(
        name=service.name,
        category=service.category_id,
        description=service.description,
        groups=tuple(service.groups),
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        price_pence=service.price_pence,
        price_includes=service.price_includes,
        takes_direct_payments=service.takes_direct_payments,
        how_to_start=service.how_to_start,
        phone=service.phone,
        email=service.email,
        website=service.website,
        hours=tuple(Hours(s.day, s.opens_at, s.closes_at, s.overnight) for s in service.schedules.all()),
        happens=service.happens,
        places=tuple(
            Place(postcode=p.postcode_id, name=p.name, address=p.address, access=p.access) for p in service.places.all()
        ),
        areas=tuple(sorted(area.locality.code for area in service.areas.select_related("locality"))),
        everywhere=service.serves_everywhere,
        cqc_location=match.registration_id if (match := getattr(service, "registration_match", None)) else "",
    )
