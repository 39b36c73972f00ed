"""How a user stands to an organisation and to a service: it is theirs where they speak for it, else another's."""

from datetime import date
from uuid import UUID

from marketcross.web.core.access.relations import resolves
from marketcross.web.core.models import User
from marketcross.web.core.queries import in_force

from .models import Organisation, OrganisationMember, Service

OWN, OTHER, NONE = frozenset({"own"}), frozenset({"other"}), frozenset[str]()


@resolves("organisation")
def to_organisation(user: User, key: str, on: date) -> frozenset[str]:
    """``own`` for its members on the day; ``other`` for everybody else; nothing where there is no such record."""
    if not Organisation.objects.filter(pk=key).exists():
        return NONE
    return OWN if _speaks(user, UUID(key), on) else OTHER


@resolves("service")
def to_service(user: User, key: str, on: date) -> frozenset[str]:
    """As to the service's organisation."""
    organisation = Service.objects.filter(pk=key).values_list("organisation_id", flat=True).first()
    if organisation is None:
        return NONE
    return OWN if _speaks(user, organisation, on) else OTHER


def _speaks(user: User, organisation: UUID, on: date) -> bool:
    return OrganisationMember.objects.filter(in_force(on), organisation=organisation, user=user).exists()
