"""Who offers something, for the contexts above."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marketcross.web.core.models import User
from marketcross.web.core.queries import in_force
from marketcross.web.directory.models import Organisation, OrganisationMember


@dataclass(frozen=True, slots=True)
class OrganisationSummary:
    """An organisation by its key and name."""

    id: UUID
    name: str


def organisation(id: UUID) -> OrganisationSummary | None:
    """One organisation; None where there is none of that key."""
    name = Organisation.objects.filter(pk=id).values_list("name", flat=True).first()
    return OrganisationSummary(id, name) if name else None


def organisations_of(user: User, on: date) -> list[OrganisationSummary]:
    """The organisations that a user speaks for on a day, by name."""
    spoken = OrganisationMember.objects.filter(in_force(on), user=user).values("organisation")
    found = Organisation.objects.filter(pk__in=spoken).order_by("name", "id")
    return [OrganisationSummary(*row) for row in found.values_list("pk", "name")]


def speakers_of(organisation: UUID, on: date) -> list[User]:
    """The users who speak for an organisation on a day."""
    speaking = OrganisationMember.objects.filter(in_force(on), organisation=organisation).values("user")
    return list(User.objects.filter(pk__in=speaking).order_by("email"))
