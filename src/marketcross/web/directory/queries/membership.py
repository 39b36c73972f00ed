"""For which organisations a user speaks, and what those offer."""

from datetime import date

from marketcross.web.core.models import User
from marketcross.web.core.queries import in_force
from marketcross.web.directory.models import Organisation, OrganisationMember

from .summaries import ServiceSummary, summary, whole


def organisations_of(user: User, *, on: date) -> list[Organisation]:
    """The organisations for which ``user`` speaks on a day, by name."""
    held = OrganisationMember.objects.filter(in_force(on), user=user).values("organisation")
    return list(Organisation.objects.filter(pk__in=held).order_by("name", "id"))


def services_of(user: User, *, on: date) -> list[ServiceSummary]:
    """What those organisations offer, hidden and waiting ones too, by name."""
    held = OrganisationMember.objects.filter(in_force(on), user=user).values("organisation")
    return [summary(service) for service in whole().filter(organisation__in=held).order_by("name", "id")]


def members(organisation: Organisation, *, on: date) -> list[User]:
    """Who speaks for an organisation on a day."""
    held = OrganisationMember.objects.filter(in_force(on), organisation=organisation).values("user")
    return list(User.objects.filter(pk__in=held))
