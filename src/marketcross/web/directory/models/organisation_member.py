"""Who may change what an organisation says of itself."""

from django.conf import settings
from django.db import models

from marketcross.web.core.models.record import Record

from .organisation import Organisation


class OrganisationMember(Record):
    """One user who speaks for one organisation for a period ``[starts_on, ends_on)``."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gt=models.F("starts_on")),
                name="organisation_member_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=models.Q(ends_on__isnull=True),
                name="organisation_member_once_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return "member"
