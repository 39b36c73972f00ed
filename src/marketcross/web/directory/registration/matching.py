"""Staff say which location carries a service, or that one does not."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.directory.models import Registration, RegistrationMatch, Service

from .holding_back import hold_back
from .rule import carries, normal_number


class NoSuchLocation(LookupError):
    """A number that stands in no register we loaded."""


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
    _matched(by, at, service, cqc_location=found.pk, cqc_confirmed_on=match.confirmed_on)
    return match


@action("directory.registration_denied")
def deny_location(*, by: Actor, at: datetime, service: UUID) -> None:
    """Staff saw that the location is not theirs: the number goes."""
    RegistrationMatch.objects.filter(service=service).delete()
    _matched(by, at, service, cqc_location="", cqc_confirmed_on=None)


def _matched(by: Actor, at: datetime, service: UUID, **noted: object) -> None:
    """Note it, and hold back care that nothing carries now."""
    matched, on = Service.objects.select_for_update().get(pk=service), timezone.localtime(at).date()
    note(matched, **noted)
    if matched.standing == Service.Standing.LISTED and not carries(matched, on=on):
        hold_back(by=by, at=at, service=matched, on=on)
