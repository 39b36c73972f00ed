"""What the organisations offer for which a user speaks."""

from datetime import date

from marketcross.web.core.models import User
from marketcross.web.core.queries import in_force
from marketcross.web.directory.models import OrganisationMember

from .summaries import ServiceSummary, summary, whole


def services_of(user: User, *, on: date) -> list[ServiceSummary]:
    """What the user's organisations offer, hidden and waiting ones too, by name."""
    held = OrganisationMember.objects.filter(in_force(on), user=user).values("organisation")
    return [summary(service) for service in whole().filter(organisation__in=held).order_by("name", "id")]
