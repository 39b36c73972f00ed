"""Keep what is published by machine in step with what is listed. Called wherever the index of search is written."""

from collections.abc import Iterable

from django.db.models.functions import Now

from marketcross.web.directory.models import Publication, PublishedPlace, Service

from .ids import place_id


def publish(services: Iterable[Service]) -> None:
    """Bring the publications to what these services say now; for use inside an action.

    What is no longer listed goes; what is listed again comes last. A place keeps its number while it says the same.
    """
    services = list(services)
    listed = [service for service in services if service.standing == Service.Standing.LISTED]
    Publication.objects.filter(service__in=services).exclude(service__in=listed).delete()
    Publication.objects.filter(service__in=listed).update(modified_at=Now())
    Publication.objects.bulk_create([Publication(service=service) for service in listed], ignore_conflicts=True)
    _publish_places(
        Publication.objects.filter(service__in=listed).prefetch_related("service__places__postcode", "places")
    )


def _publish_places(publications: Iterable[Publication]) -> None:
    wanted = {place.key: place for publication in publications for place in _places(publication)}
    there = {place.key: place for publication in publications for place in publication.places.all()}
    PublishedPlace.objects.filter(pk__in=[there[key].pk for key in there.keys() - wanted.keys()]).delete()
    new = [place for key, place in wanted.items() if key not in there]
    PublishedPlace.objects.bulk_create(sorted(new, key=lambda place: (place.publication_id, place.key)))
    for key in wanted.keys() & there.keys():
        _move(there[key], wanted[key])


def _move(there: PublishedPlace, wanted: PublishedPlace) -> None:
    """A postcode's own place may have been corrected."""
    if (there.easting, there.northing) != (wanted.easting, wanted.northing):
        there.easting, there.northing = wanted.easting, wanted.northing
        there.save(update_fields=["easting", "northing"])


def _places(publication: Publication) -> Iterable[PublishedPlace]:
    for place in publication.service.places.all():
        key = place_id(place.service_id, place.postcode_id, place.name, place.address)
        at = place.postcode
        yield PublishedPlace(publication=publication, key=key, easting=at.easting, northing=at.northing)
