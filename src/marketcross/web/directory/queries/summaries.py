"""What others see of a service."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from marketcross.web.directory.models import Service
from marketcross.web.directory.queries.said import place_words, price_words, when_words


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
    phone: str
    takes_direct_payments: bool
    checked_on: date | None
    confirmed_on: date
    listed: bool
    example: bool
    differs: tuple[str, ...] = ()
    metres: int | None = None
    eligible: bool = True

    @property
    def exact(self) -> bool:
        return not self.differs


def whole() -> QuerySet[Service]:
    """Services with everything that a summary shows, in five queries however many they are."""
    return Service.objects.select_related("organisation", "category").prefetch_related(
        "places", "schedules", "areas__locality"
    )


def summary(service: Service, **found: Any) -> ServiceSummary:
    """The summary of a service of ``whole``."""
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
        phone=service.phone,
        takes_direct_payments=service.takes_direct_payments,
        checked_on=service.checked_on,
        confirmed_on=service.confirmed_on,
        listed=service.standing == Service.Standing.LISTED,
        example=service.organisation.example,
        **found,
    )


def summaries(keys: Iterable[UUID]) -> dict[UUID, Service]:
    """Whole services by key."""
    return {service.pk: service for service in whole().filter(pk__in=list(keys))}
