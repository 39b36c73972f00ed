"""Which open wants a listed service could meet."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from marketcross.web.directory.queries import category, services_meeting
from marketcross.web.directory.queries import service as service_of
from marketcross.web.pathway.models import UnmetPreference

WHAT = ("category", "locality", "group", "time")


def met_by(service: UUID, *, listed_on: date) -> Iterator[UUID]:
    """The keys of the open wants that the directory says the service could meet now; none where it is not listed.

    A want noted after the service was listed is left out: whoever noted it could see the service, and it did not do.

    Each distinct want is asked about once, however many people have it. The price is shown, not judged: what is a
    little dearer than was hoped for may still be chosen.
    """
    found = service_of(service)
    if found is None or not found.listed:
        return
    wants = UnmetPreference.objects.filter(state="open", noted_on__lte=listed_on).order_by()
    wants = wants.filter(category__in=_that_hold(found.category))
    for what in wants.values(*WHAT).distinct():
        if any(one.id == service for one in services_meeting(**what)):
            yield from wants.filter(**what).values_list("pk", flat=True)


def _that_hold(code: str) -> list[str]:
    """A category and those above it: whoever wants one of these may be met by a service of it."""
    held = category(code)
    return [code, *(_that_hold(held.parent) if held and held.parent else [])]
