"""Which services would meet a want."""

from django.db.models import Q

from marketcross.web.directory.categories import with_those_below
from marketcross.web.directory.models import Service
from marketcross.web.directory.vocabulary import ANY, EVERYBODY

from .summaries import ServiceSummary, summary, whole


def services_meeting(
    category: str, locality: str = "", group: str = EVERYBODY, time: str = ANY
) -> list[ServiceSummary]:
    """Listed services of a category or one below it, for people who live in a council locality, by name.

    A want for everybody, at any time, or from nowhere in particular asks nothing in that respect.
    """
    asked = Q(standing=Service.Standing.LISTED, category__in=with_those_below(category))
    if group not in ("", EVERYBODY):
        asked &= Q(groups__overlap=[group, EVERYBODY])
    if time not in ("", ANY):
        asked &= Q(entries__times__overlap=[time, ANY])
    if locality:
        served = Q(areas__locality__code=locality, areas__locality__kind="council_locality")
        asked &= Q(serves_everywhere=True) | served
    return [summary(service) for service in whole().filter(asked).distinct().order_by("name", "id")]
