"""Which locations of the register might carry a service, for staff to choose from."""

from collections.abc import Iterable

from django.db.models import Q

from marketcross.web.directory.models import Registration, Service
from marketcross.web.directory.search.words import words_of

MOST = 10
# Words that stand in the names of so many providers that they tell none from another.
_TELL_NOTHING = frozenset(
    (
        "a", "and", "at", "care", "carers", "community", "group", "health", "help", "helps", "home", "homecare",
        "homes", "house", "limited", "living", "llp", "ltd", "nursing", "of", "plc", "residential", "service",
        "services", "support", "supported", "the", "trust", "uk",
    )
)  # fmt: skip


def telling(name: str) -> frozenset[str]:
    """The words of a name by which one knows whose it is."""
    return frozenset(words_of(name)) - _TELL_NOTHING


def suggestions(service: Service) -> list[Registration]:
    """Open locations at one of its postcodes with a telling word in common; for a service that comes to people, those
    with the same telling words. By name, and no more than MOST."""
    ours = [telling(service.name), telling(service.organisation.name)]
    postcodes = [place.postcode_id for place in service.places.all()]
    near = Q(postcode__in=postcodes) if postcodes else _named(ours)
    found = Registration.objects.filter(near, deregistered_on=None).order_by("name", "location") if near else ()
    return [one for one in found if _alike(one, ours, at_one_place=bool(postcodes))][:MOST]


def _named(ours: Iterable[frozenset[str]]) -> Q:
    """Those whose names have the longest telling word, so that few are compared."""
    near = Q()
    for words in filter(None, ours):
        word = max(sorted(words), key=len)
        near |= Q(name__icontains=word) | Q(provider_name__icontains=word)
    return near


def _alike(one: Registration, ours: Iterable[frozenset[str]], *, at_one_place: bool) -> bool:
    theirs = [telling(one.name), telling(one.provider_name)]
    pairs = [(a, b) for a in ours for b in theirs if a and b]
    return any(a & b if at_one_place else a == b for a, b in pairs)
