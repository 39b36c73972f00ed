"""List an organisation and what it offers."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.core.models import User
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.checking import check
from marketcross.web.directory.events import ServiceListed
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Organisation, Schedule, Service, ServiceArea, ServiceLocation
from marketcross.web.directory.registration.saying import say_location
from marketcross.web.directory.search.indexing import index
from marketcross.web.places import queries as places

from .categories import category_row
from .membership import take_over

SAID = (
    "name", "description", "groups", "minimum_age", "maximum_age", "price_pence", "price_includes",
    "takes_direct_payments", "how_to_start", "phone", "email", "website",
)  # fmt: skip


@action("directory.organisation_listed")
def list_organisation(
    *,
    by: Actor,
    at: datetime,
    name: str,
    kind: str = Organisation.Kind.GROUP,
    description: str = "",
    website: str = "",
    example: bool = False,
    member: User | None = None,
) -> Organisation:
    """Enter an organisation; ``member`` may change from now on what it says of itself."""
    made = Organisation.objects.create(
        name=name.strip(), kind=kind, description=description, website=website, example=example
    )
    note(made, name=made.name, kind=kind, description=description, website=website, example=example)
    if member:
        take_over(by=by, at=at, organisation=made.pk, user=member)
    return made


@action("directory.service_listed")
def list_service(*, by: Actor, at: datetime, organisation: UUID, listing: Listing) -> Service:
    """List a service. What may be personal care waits for a check; everything else shows at once, as not checked yet.
    Personal care needs a location of the CQC's register that carries it on the day.

    :raises ListingRefused: something is wrong with the listing; nothing is written.
    """
    listing = check(listing, on=on_day(at))
    waits = kinds()[listing.category].checked_first
    service = Service(
        organisation_id=organisation,
        standing=Service.Standing.WAITING if waits else Service.Standing.LISTED,
        confirmed_on=on_day(at),
    )
    say(service, listing, at=at)
    say_location(service, listing.cqc_location)
    note(service, organisation=str(organisation), standing=service.standing, **as_noted(listing))
    if service.standing == Service.Standing.LISTED:
        publish(ServiceListed(service=str(service.pk), organisation=str(organisation)))
    return service


def say(service: Service, listing: Listing, *, at: datetime) -> None:
    """Write what a listing says to ``service``, its places, hours and areas, and to the index of search."""
    for field in SAID:
        setattr(service, field, getattr(listing, field))
    service.groups = list(listing.groups)
    service.category = category_row(listing.category, at=at)
    service.happens = listing.happens
    service.serves_everywhere = listing.everywhere
    service.save()
    _children(service, listing)
    index(service)


def _children(service: Service, listing: Listing) -> None:
    for model in (ServiceLocation, Schedule, ServiceArea):
        model.objects.filter(service=service).delete()
    ServiceLocation.objects.bulk_create(
        ServiceLocation(
            service=service, postcode=places.postcode(p.postcode), name=p.name, address=p.address, access=p.access
        )
        for p in listing.places
    )
    Schedule.objects.bulk_create(
        Schedule(service=service, day=h.day, opens_at=h.opens, closes_at=h.closes, overnight=h.overnight)
        for h in listing.hours
    )
    served = places.localities().filter(code__in=listing.areas)
    ServiceArea.objects.bulk_create(ServiceArea(service=service, locality=locality) for locality in served)


def as_noted(listing: Listing) -> dict[str, object]:
    """A listing as history holds it."""
    said = asdict(listing)
    said["hours"] = [f"{h.day} {h.opens:%H:%M}-{h.closes:%H:%M}{'+' * h.overnight}" for h in listing.hours]
    return said


def on_day(at: datetime) -> date:
    """The day of a moment, in the council's own time."""
    return timezone.localtime(at).date()
