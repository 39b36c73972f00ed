"""The register answers how somebody stands to a person."""

from datetime import date
from uuid import UUID

from marketcross.web.core.access.relations import resolves
from marketcross.web.core.models import User

from .queries import may


@resolves("person")
def standing(user: User, key: str, on: date) -> frozenset[str]:
    """As ``people.queries.may``; a text that is no key is nobody."""
    try:
        person = UUID(key)
    except ValueError:
        return frozenset()
    return may(user, person, on)
