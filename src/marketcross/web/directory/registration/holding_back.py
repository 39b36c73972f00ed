"""Take personal care out of the directory when its location carries it no longer."""

from datetime import date, datetime

from marketcross.web.core.actions import action
from marketcross.web.core.actor import Actor
from marketcross.web.core.messages.actions import send
from marketcross.web.directory.actions.standing import stand
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.models import Service
from marketcross.web.directory.queries.organisations import speakers_of

from .rule import carries


@action("directory.service_held_back")
def hold_back(*, by: Actor, at: datetime, service: Service, on: date) -> None:
    """Let a listed service wait for a check again, and tell whoever speaks for it."""
    service.checked_on = None
    stand(service, Service.Standing.WAITING)
    for user in speakers_of(service.organisation_id, on):
        send(by=by, at=at, template="care_held_back", to=user.email, about=service, service=service.name)


def hold_back_what_is_not_carried(*, by: Actor, at: datetime, on: date) -> None:
    """Every listed service of a kind that is personal care, where no confirmed location carries it on the day."""
    care = [kind.code for kind in kinds().values() if kind.personal_care]
    for service in Service.objects.filter(standing=Service.Standing.LISTED, category__in=care):
        if not carries(service, on=on):
            hold_back(by=by, at=at, service=service, on=on)
