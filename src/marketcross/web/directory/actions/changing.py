"""Change, confirm, check, hide and show again what is listed."""

from dataclasses import fields
from datetime import datetime
from uuid import UUID

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.checking import check
from marketcross.web.directory.events import ServiceHidden, ServiceListed
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Service
from marketcross.web.directory.queries.listings import listing_of
from marketcross.web.directory.search.indexing import index

from .listing import as_noted, on_day, say


@action("directory.service_changed")
def change_service(*, by: Actor, at: datetime, service: UUID, listing: Listing) -> Service:
    """Say something else of a service. What was checked is no longer: it shows as not checked yet, or waits again.

    :raises ListingRefused: something is wrong with the listing; nothing is written.
    """
    listing = check(listing)
    changed = _locked(service)
    before, after = as_noted(listing_of(changed)), as_noted(listing)
    different = {f.name: after[f.name] for f in fields(Listing) if after[f.name] != before[f.name]}
    listed = changed.standing == Service.Standing.LISTED
    if different:
        changed.checked_on = None
    if different and listed and kinds()[listing.category].checked_first:
        changed.standing = Service.Standing.WAITING
    changed.confirmed_on = on_day(at)
    say(changed, listing, at=at)
    note(changed, standing=changed.standing, confirmed_on=changed.confirmed_on, **different)
    _tell(changed, was_listed=listed)
    return changed


@action("directory.service_confirmed")
def confirm(*, by: Actor, at: datetime, service: UUID) -> Service:
    """Its provider says that everything is still right."""
    confirmed = _locked(service)
    confirmed.confirmed_on = on_day(at)
    confirmed.save(update_fields=["confirmed_on"])
    note(confirmed, confirmed_on=confirmed.confirmed_on)
    return confirmed


@action("directory.service_checked")
def check_service(*, by: Actor, at: datetime, service: UUID) -> Service:
    """Somebody who is not its provider looked at it and found it right; what waited for that is listed by it."""
    checked = _locked(service)
    checked.checked_on = on_day(at)
    return _stand(checked, Service.Standing.LISTED)


@action("directory.service_hidden")
def hide(*, by: Actor, at: datetime, service: UUID) -> Service:
    """Take a service out of the directory; it is kept, and can be shown again."""
    return _stand(_locked(service), Service.Standing.HIDDEN)


@action("directory.service_shown")
def show_again(*, by: Actor, at: datetime, service: UUID) -> Service:
    """Put a hidden service back; personal care that nobody checked waits for a check."""
    shown = _locked(service)
    shown.confirmed_on = on_day(at)
    waits = kinds()[shown.category_id].checked_first and shown.checked_on is None
    return _stand(shown, Service.Standing.WAITING if waits else Service.Standing.LISTED)


def _locked(key: UUID) -> Service:
    return Service.objects.select_for_update().get(pk=key)


def _stand(service: Service, standing: str) -> Service:
    was_listed = service.standing == Service.Standing.LISTED
    service.standing = standing
    service.save(update_fields=["standing", "checked_on", "confirmed_on"])
    index(service)
    note(service, standing=standing, checked_on=service.checked_on, confirmed_on=service.confirmed_on)
    _tell(service, was_listed=was_listed, only_if_new=True)
    return service


def _tell(service: Service, *, was_listed: bool, only_if_new: bool = False) -> None:
    """A change of a listed service is news as well: it may meet now what it did not before."""
    if service.standing == Service.Standing.LISTED:
        if not (was_listed and only_if_new):
            publish(ServiceListed(service=str(service.pk), organisation=str(service.organisation_id)))
    elif was_listed:
        publish(ServiceHidden(service=str(service.pk)))
