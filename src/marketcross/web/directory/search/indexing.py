"""Write what a search asks of a service into one row for each of its places."""

from collections.abc import Iterator

from marketcross.web.directory.api.publishing import publish
from marketcross.web.directory.models import SearchEntry, Service, ServiceLocation, Word
from marketcross.web.directory.vocabulary import ANY, Hours, times_of
from marketcross.web.places import queries as places

from .words import lexemes_of, trigrams, words_of


def index(service: Service) -> None:
    """Bring the index to what ``service`` says now; for use inside an action. What is not listed is not in it."""
    SearchEntry.objects.filter(service=service).delete()
    if service.standing == Service.Standing.LISTED:
        entries = list(_entries(service))
        SearchEntry.objects.bulk_create(entries)
    publish([service])


def _entries(service: Service) -> Iterator[SearchEntry]:
    name, rest = words_of(service.name), words_of(f"{service.organisation.name} {service.description}")
    lexemes = lexemes_of([*name, *rest])
    _learn(lexemes)
    served = [area.locality_id for area in service.areas.all()]
    for place in list(service.places.select_related("postcode")) or [None]:
        yield SearchEntry(
            service=service,
            category_code=service.category_id,
            name=service.name,
            name_lexemes=sorted({lexemes[word] for word in name if word in lexemes}),
            lexemes=sorted(set(lexemes.values())),
            groups=service.groups,
            times=times_on(service),
            price_pence=service.price_pence,
            takes_direct_payments=service.takes_direct_payments,
            everywhere=service.serves_everywhere,
            serves=served,
            **_place(place),
        )


def _place(place: ServiceLocation | None) -> dict[str, object]:
    if place is None:
        return {"comes_to_you": True, "lies_in": []}
    lies_in = [locality.pk for locality in places.localities_of(place.postcode_id).values()]
    at = place.postcode
    return {"comes_to_you": False, "lies_in": lies_in, "easting": at.easting, "northing": at.northing}


def times_on(service: Service) -> list[str]:
    """The codes of TIMES at which a service is on; without hours, any time can be agreed."""
    rows = [Hours(s.day, s.opens_at, s.closes_at, s.overnight) for s in service.schedules.all()]
    return sorted(set().union(*map(times_of, rows))) if rows else [ANY]


def _learn(lexemes: dict[str, str]) -> None:
    """Let misspelt words be compared with these."""
    new = [Word(word=word, lexeme=lexeme, trigrams=trigrams(word)) for word, lexeme in lexemes.items() if len(word) > 2]
    Word.objects.bulk_create(new, ignore_conflicts=True)
