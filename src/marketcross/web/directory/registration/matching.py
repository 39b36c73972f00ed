"""Say which location carries a service, confirm it, and take it back."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.directory.models import Registration, RegistrationMatch, Service

from .rule import normal_number


class NoSuchLocation(LookupError):
    """A number that stands in no register we loaded."""


def say_location(service: Service, number: str) -> None:
    """Keep the number that a provider gave; for use inside an action. Another number than before waits for staff."""
    kept = RegistrationMatch.objects.filter(service=service).first()
    number = normal_number(number)
    if kept and kept.registration_id == number:
        return
    if kept:
        kept.delete()
    if number:
        RegistrationMatch.objects.create(service=service, registration_id=number)


@action("directory.registration_confirmed")
def confirm_location(*, by: Actor, at: datetime, service: UUID, number: str) -> RegistrationMatch:
    """Staff saw that this location is theirs.

    :raises NoSuchLocation: the register that we loaded does not have it.
    """
    found = Registration.objects.filter(pk=normal_number(number)).first()
    if found is None:
        raise NoSuchLocation(number)
    match, _ = RegistrationMatch.objects.update_or_create(
        service_id=service, defaults={"registration": found, "confirmed_on": timezone.localtime(at).date()}
    )
    note(Service.objects.get(pk=service), cqc_location=found.pk, cqc_confirmed_on=match.confirmed_on)
    return match
