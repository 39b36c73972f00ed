"""Who may see a restricted record."""

from django.db import models

from marketcross.web.core.models import User

from .period import Dated, ends_after_start
from .person import Person


class NamedForRestricted(Dated):
    """One user who may see one restricted record, for a period."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="named")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="named_for")

    class Meta:
        constraints = (
            ends_after_start("named_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["person", "user"], condition=models.Q(ends_on__isnull=True), name="named_once"
            ),
        )

    def __str__(self) -> str:
        return "named"
