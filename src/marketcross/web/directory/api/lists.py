"""The two lists that come from the database. The number of queries is the same for a page of any size."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from marketcross.web.directory.models import Publication, PublishedPlace, Service, ServiceArea, ServiceLocation

from .asking import ServicesAsked
from .filters import changed_since, near, services_asked
from .mapping import at_location, at_location_in_short, in_short, whole
from .paging import Envelope, enveloped, sliced
from .shapes import Service as ServiceShape
from .shapes import ServiceAtLocation, moment


def services(question: ServicesAsked) -> Envelope[Any]:
    """A page of services."""
    published = Publication.objects.filter(changed_since(question.modified_after)).order_by("number")
    if _narrows(question):
        published = published.filter(service__in=services_asked(question))
    if (places := near(question)) is not None:
        published = published.filter(pk__in=places.values("publication"))
    part = sliced(published.count(), question)
    if question.minimal:
        return enveloped(part, list(_minimal(published.values_list("service_id", "modified_at")[part.bounds])))
    rows = services_of(list(published.values_list("service_id", flat=True)[part.bounds]), full=question.full)
    return enveloped(part, [(whole if question.full else in_short)(row) for row in rows])


def service_at_locations(question: ServicesAsked) -> Envelope[Any]:
    """A page of services at their places."""
    nearby = near(question)
    published = PublishedPlace.objects.all() if nearby is None else nearby
    published = published.filter(changed_since(question.modified_after, "publication__")).order_by("number")
    if _narrows(question):
        published = published.filter(publication__service__in=services_asked(question))
    part = sliced(published.count(), question)
    if question.minimal:
        return enveloped(part, list(_minimal(published.values_list("key", "publication__modified_at")[part.bounds])))
    show = at_location if question.full else at_location_in_short
    shown = (show(place) for place in _with_services(published[part.bounds], full=question.full) if _listed(place))
    return enveloped(part, [shape for shape in shown if shape])


def service(key: UUID) -> ServiceShape | None:
    """One listed service with everything."""
    return next((whole(row) for row in services_of([key], full=True)), None)


def service_at_location(key: UUID) -> ServiceAtLocation | None:
    """One service at one of its places, with everything."""
    found = list(_with_services(PublishedPlace.objects.filter(key=key), full=True))
    return at_location(found[0]) if found and _listed(found[0]) else None


def _minimal(found: Iterable[tuple[UUID, datetime]]) -> Iterator[dict[str, str]]:
    """shapes.Minimal as it will be written: of 50,000 at once, a type for each would take twice as long."""
    for key, at in found:
        yield {"id": str(key), "last_modified": moment(at)}


def _listed(place: PublishedPlace) -> bool:
    """Not hidden since the page's numbers were read."""
    return place.publication.service.standing == Service.Standing.LISTED


def services_of(keys: list[UUID], *, full: bool) -> list[Service]:
    """The listed services of these keys, in their order, with all that their shape needs."""
    rows = Service.objects.filter(pk__in=keys, standing=Service.Standing.LISTED, publication__isnull=False)
    rows = rows.select_related("organisation", "publication")
    found = {row.pk: row for row in (rows.prefetch_related(*_belongings()) if full else rows)}
    return [found[key] for key in keys if key in found]


def _narrows(question: ServicesAsked) -> bool:
    """Whether anything was asked of the services themselves."""
    aside = {"page", "per_page", "full", "minimal", "modified_after"}
    given = {name for name in question.model_fields_set if getattr(question, name) is not None}
    return bool(given - aside)


def _belongings(prefix: str = "") -> list[Any]:
    areas = Prefetch(f"{prefix}areas", ServiceArea.objects.select_related("locality"))
    return [*_places(prefix), f"{prefix}schedules", areas]


def _places(prefix: str = "") -> list[Any]:
    places = ServiceLocation.objects.select_related("postcode")
    return [Prefetch(f"{prefix}places", places), f"{prefix}places__postcode__links__locality"]


def _with_services(places: QuerySet[PublishedPlace], *, full: bool) -> QuerySet[PublishedPlace]:
    places = places.select_related("publication__service__organisation")
    prefix = "publication__service__"
    return places.prefetch_related(*(_belongings(prefix) if full else _places(prefix)))
