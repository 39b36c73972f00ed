"""What others see of a service."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from marketcross.web.directory.models import Service
from marketcross.web.directory.queries.said import (
    difference,
    distance,
    group_words,
    place_words,
    price_words,
    when_words,
    who_may_come,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSummary:
    """A service in a list. ``differs`` says in what it is not as asked for; ``metres`` how far it is, where known."""

    id: UUID
    name: str
    organisation: str
    organisation_id: UUID
    category: str
    category_title: str
    groups: tuple[str, ...]
    description: str
    price_words: str
    place_words: str
    when_words: str
    who_words: str
    may_come_words: str
    access_words: str
    price_includes: str
    how_to_start: str
    phone: str
    email: str
    website: str
    takes_direct_payments: bool
    checked_on: date | None
    confirmed_on: date
    standing: str
    example: bool
    stale: str = ""  # "hidden" or "archived" where nobody said for months that it is right
    differs: tuple[str, ...] = ()
    metres: int | None = None
    eligible: bool = True

    @property
    def listed(self) -> bool:
        """Whether it can be found."""
        return self.standing == Service.Standing.LISTED

    @property
    def rows(self) -> list[dict[str, str]]:
        """What people ask before they call, in the order in which they ask it."""
        direct = _("Yes") if self.takes_direct_payments else ""
        said = (
            (_("What"), self.description),
            (_("Who it is for"), self.who_words),
            (_("When"), self.when_words),
            (_("Where"), self.place_words),
            (_("How to get in"), self.access_words),
            (_("Who may come"), self.may_come_words),
            (_("Cost"), self.price_words),
            (_("What that includes"), self.price_includes),
            (_("Takes direct payments"), direct),
            (_("How to start"), self.how_to_start),
            (_("Phone"), self.phone),
            (_("Email"), self.email),
            (_("Website"), self.website),
            (_("Who runs it"), self.organisation),
        )
        return [{"key": key, "value": value} for key, value in said if value]

    @property
    def difference_words(self) -> tuple[str, ...]:
        """In what it is not as asked for, each in a sentence."""
        return tuple(difference(step, eligible=self.eligible) for step in self.differs)

    @property
    def distance_words(self) -> str:
        return "" if self.metres is None else distance(self.metres)

    @property
    def exact(self) -> bool:
        return not self.differs


def whole() -> QuerySet[Service]:
    """Services with everything that a summary shows, in five queries however many they are."""
    return Service.objects.select_related("organisation", "category", "stale").prefetch_related(
        "places", "schedules", "areas__locality"
    )


def summary(service: Service, **found: Any) -> ServiceSummary:
    """The summary of a service of ``whole``."""
    listed = service.standing == Service.Standing.LISTED
    return ServiceSummary(
        id=service.pk,
        name=service.name,
        organisation=service.organisation.name,
        organisation_id=service.organisation_id,
        category=service.category_id,
        category_title=service.category.title,
        groups=tuple(service.groups),
        description=service.description,
        price_words=price_words(service),
        place_words=place_words(service),
        when_words=when_words(service),
        who_words=group_words(service),
        may_come_words=who_may_come(service),
        access_words="; ".join(filter(None, (place.access for place in service.places.all()))),
        price_includes=service.price_includes,
        how_to_start=service.how_to_start,
        phone=service.phone,
        email=service.email,
        website=service.website,
        takes_direct_payments=service.takes_direct_payments,
        checked_on=service.checked_on,
        confirmed_on=service.confirmed_on,
        standing=service.standing,
        example=service.organisation.example,
        stale=entry.stage if (entry := getattr(service, "stale", None)) and not listed else "",
        **found,
    )


def summaries(keys: Iterable[UUID]) -> dict[UUID, Service]:
    """Whole services by key."""
    return {service.pk: service for service in whole().filter(pk__in=list(keys))}
