"""How somebody stands to an upload: it is their own, or none of their business."""

from datetime import date
from uuid import UUID

from marketcross.web.core.access.relations import resolves
from marketcross.web.core.models import Upload, User


@resolves("upload")
def standing(user: User, key: str, on: date) -> frozenset[str]:
    """``own`` for whoever sent it."""
    try:
        found = Upload.objects.filter(pk=UUID(key), owner=user).exists()
    except ValueError:
        found = False
    return frozenset({"own"}) if found else frozenset()
