"""Narrow a list to what was asked. Every filter is one function of its parameter; together they mean "and"."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from marketcross.web.directory.models import PublishedPlace, Schedule, SearchEntry, Service
from marketcross.web.directory.search.words import lexemes_of, words_of
from marketcross.web.directory.vocabulary import GROUPS
from marketcross.web.places import queries as places

from .asking import ServicesAsked
from .mapping import DAYS
from .problems import BadQuestion
from .taxonomies import ATTENDANCE, AUDIENCES, KINDS, PAYMENTS, code_of_taxonomy, kinds_beneath, terms

NOTHING = Q(pk__in=[])


def services_asked(question: ServicesAsked) -> QuerySet[Service]:
    """The services, listed or not, that a question is about; place and time of publication are the caller's.

    :raises BadQuestion: it names a term, taxonomy or postcode that we do not know.
    """
    services = Service.objects.all()
    for narrow in (
        _searched(question),
        _of_terms(question),
        _for_ages(question),
        _priced(question),
        _reached(question),
    ):
        services = services.filter(narrow)
    if question.organization_id:
        services = services.filter(organisation=question.organization_id)
    return services.filter(Exists(hours)) if (hours := _hours(question)) is not None else services


def near(question: ServicesAsked) -> QuerySet[PublishedPlace] | None:
    """The published places within the asked distance; None where no distance was asked."""
    if question.proximity is None or question.postcode is None:
        return None
    at, metres = _known(question.postcode), question.proximity
    if at.easting is None or at.northing is None:
        return PublishedPlace.objects.none()
    box = PublishedPlace.objects.filter(
        easting__range=(at.easting - metres, at.easting + metres),
        northing__range=(at.northing - metres, at.northing + metres),
    )
    east, north = F("easting") - at.easting, F("northing") - at.northing
    return box.annotate(squared=east * east + north * north).filter(squared__lte=metres * metres)


def changed_since(moment: datetime | None, prefix: str = "") -> Q:
    """Publications that changed at a moment or later."""
    return Q(**{f"{prefix}modified_at__gte": moment}) if moment else Q()


def _searched(question: ServicesAsked) -> Q:
    """Every word that says something is in the name, the description or the organisation's name."""
    if not question.search or not (words := words_of(question.search)):
        return Q()
    lexemes = sorted(set(lexemes_of(words).values()))
    found = SearchEntry.objects.filter(service=OuterRef("pk"), lexemes__contains=lexemes)
    return Q(Exists(found)) if lexemes else Q()


def _of_terms(question: ServicesAsked) -> Q:
    chosen, wrong = Q(), {}
    if question.taxonomy_term_id:
        unknown = [key for key in question.taxonomy_term_id if key not in terms()]
        if unknown:
            wrong["taxonomy_term_id"] = f"there is no term {unknown[0]}: take one from taxonomy_terms"
        chosen &= any_of(_of_term(key) for key in question.taxonomy_term_id if key in terms())
    if question.taxonomy_id:
        if (code := code_of_taxonomy(question.taxonomy_id)) is None:
            wrong["taxonomy_id"] = "there is no such taxonomy: take one from taxonomies"
        chosen &= Q(takes_direct_payments=True) if code == PAYMENTS else Q()  # every service has terms of the others
    if wrong:
        raise BadQuestion(wrong)
    return chosen


def any_of(choices: Iterable[Q]) -> Q:
    """Any of several; of none, nothing."""
    either = NOTHING
    for choice in choices:
        either |= choice
    return either


def _of_term(key: UUID) -> Q:
    term = terms()[key]
    if term.taxonomy == KINDS:
        return Q(category__in=sorted(kinds_beneath(term.code)))
    if term.taxonomy == AUDIENCES and term.code in GROUPS:
        return Q(groups__contains=[term.code])
    if term.taxonomy == ATTENDANCE:
        return Q(happens=term.code)
    return Q(takes_direct_payments=True) if term.taxonomy == PAYMENTS else Q(organisation__kind=term.code)


def _for_ages(question: ServicesAsked) -> Q:
    ages = Q()
    if question.minimum_age:  # none stated counts as 0, so that 0 keeps all
        ages &= Q(minimum_age__gte=question.minimum_age)
    if question.maximum_age is not None:
        ages &= Q(maximum_age__lte=question.maximum_age)
    if (age := question.age) is not None:
        ages &= Q(minimum_age__isnull=True) | Q(minimum_age__lte=age)
        ages &= Q(maximum_age__isnull=True) | Q(maximum_age__gt=age - 1)  # 65 lasts until the day before 66
    return ages


def _priced(question: ServicesAsked) -> Q:
    if question.free is None:
        return Q()
    return Q(price_pence=0) if question.free else Q(price_pence__isnull=True) | Q(price_pence__gt=0)


def _reached(question: ServicesAsked) -> Q:
    """People who live at the postcode may use it; with a distance, ``near`` decides instead."""
    if question.postcode is None or question.proximity is not None:
        return Q()
    lies_in = [locality.pk for locality in places.localities_of(_known(question.postcode).pk).values()]
    return Q(serves_everywhere=True) | Q(pk__in=Service.objects.filter(areas__locality__in=lies_in).values("pk"))


def _known(postcode: str) -> Any:
    known = places.postcode(postcode)
    if known is None:
        raise BadQuestion({"postcode": "we do not know this postcode: check it, or ask without it"})
    return known


def _hours(question: ServicesAsked) -> QuerySet[Schedule] | None:
    """Hours that hold for the day and both times together; None where none was asked."""
    if question.day is None and question.start_time is None and question.end_time is None:
        return None
    hours = Schedule.objects.filter(service=OuterRef("pk"))
    if question.day:
        hours = hours.filter(day=DAYS.index(question.day) + 1)
    if question.start_time is not None:
        hours = hours.filter(opens_at__gte=question.start_time)
    if question.end_time is not None:
        hours = hours.filter(closes_at__lte=question.end_time, overnight=False)
    return hours
