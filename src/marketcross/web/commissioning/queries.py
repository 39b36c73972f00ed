"""What others may ask of commissioning."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from .models import SmallGrant
from .money import pounds

__all__ = ["GrantSummary", "grant", "grants", "grants_of", "pounds"]

AGREED = (SmallGrant.State.AGREED, SmallGrant.State.PAID, SmallGrant.State.TOLD)


@dataclass(frozen=True, slots=True)
class GrantSummary:
    """A grant for the contexts above. ``amount_pence`` is whole pence."""

    id: UUID
    organisation: str
    organisation_id: UUID
    amount_pence: int
    purpose: str
    agreed: bool
    paid_on: date | None
    came_of_it: str


def grant(id: UUID) -> GrantSummary | None:
    """One grant; None where there is none of that key."""
    found = SmallGrant.objects.select_related("organisation").filter(pk=id).first()
    return _summary(found) if found else None


def grants_of(organisation: UUID) -> list[GrantSummary]:
    """The agreed grants of an organisation, newest first."""
    found = SmallGrant.objects.select_related("organisation").filter(organisation=organisation, state__in=AGREED)
    return [_summary(one) for one in found]


def grants() -> QuerySet[SmallGrant]:
    """All grants, for the lists of this context."""
    return SmallGrant.objects.select_related("organisation")


def _summary(one: SmallGrant) -> GrantSummary:
    return GrantSummary(
        id=one.pk,
        organisation=one.organisation.name,
        organisation_id=one.organisation_id,
        amount_pence=one.amount_pence,
        purpose=one.purpose,
        agreed=one.state in AGREED,
        paid_on=one.paid_on,
        came_of_it=one.came_of_it,
    )
