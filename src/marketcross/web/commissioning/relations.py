"""How a user stands to a grant: it is their organisation's own, or another's."""

from datetime import date

from marketcross.web.core.access.relations import relations_of, resolves
from marketcross.web.core.models import User

from .models import SmallGrant


@resolves("small_grant")
def to_grant(user: User, key: str, on: date) -> frozenset[str]:
    """As to the organisation that applied; nothing where there is no such grant."""
    organisation = SmallGrant.objects.filter(pk=key).values_list("organisation_id", flat=True).first()
    return relations_of(user, "organisation", str(organisation), on) if organisation else frozenset()
