"""Change, confirm, check, hide and show again what is listed."""

from dataclasses import fields
from datetime import datetime
from uuid import UUID

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.checking import check
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Service
from marketcross.web.directory.queries.listings import listing_of
from marketcross.web.directory.registration.rule import carries
from marketcross.web.directory.registration.saying import say_location
from marketcross.web.directory.stale.ending import end_staleness

from .listing import as_noted, on_day, say
from .standing import stand, tell


class NotCarried(Exception):
    """Personal care that no location of the register carries; the words say what to do first."""


@action("directory.service_changed")
def change_service(*, by: Actor, at: datetime, service: UUID, listing: Listing) -> Service:
    """Say something else of a service. What was checked is no longer: it shows as not checked yet, or waits again.

    :raises ListingRefused: something is wrong with the listing; nothing is written.
    """
    listing = check(listing, on=on_day(at))
    changed = _locked(service)
    before, after = as_noted(listing_of(changed)), as_noted(listing)
    different = {f.name: after[f.name] for f in fields(Listing) if after[f.name] != before[f.name]}
    listed = changed.standing == Service.Standing.LISTED
    if different:
        changed.checked_on = None
    if different and listed and kinds()[listing.category].checked_first:
        changed.standing = Service.Standing.WAITING
    changed.confirmed_on = on_day(at)
    changed.category_id = listing.category
    if end_staleness(changed):
        changed.standing = _shown(changed)
    say(changed, listing, at=at)
    say_location(changed, listing.cqc_location)
    note(changed, standing=changed.standing, confirmed_on=changed.confirmed_on, **different)
    tell(changed, was_listed=listed)
    return changed


@action("directory.service_confirmed")
def confirm(*, by: Actor, at: datetime, service: UUID) -> Service:
    """Its provider says that everything is still right; what was hidden for want of this shows again."""
    confirmed = _locked(service)
    confirmed.confirmed_on = on_day(at)
    if end_staleness(confirmed):
        return stand(confirmed, _shown(confirmed))
    confirmed.save(update_fields=["confirmed_on"])
    note(confirmed, confirmed_on=confirmed.confirmed_on)
    return confirmed


@action("directory.service_checked")
def check_service(*, by: Actor, at: datetime, service: UUID) -> Service:
    """Somebody who is not its provider looked at it and found it right; what waited for that is listed by it.

    :raises NotCarried: it is personal care, and no confirmed location of the register carries it.
    """
    checked = _locked(service)
    if not (verdict := carries(checked, on=on_day(at))):
        raise NotCarried(verdict.why)
    checked.checked_on = on_day(at)
    end_staleness(checked)
    return stand(checked, Service.Standing.LISTED)


@action("directory.service_hidden")
def hide(*, by: Actor, at: datetime, service: UUID) -> Service:
    """Take a service out of the directory; it is kept, and can be shown again."""
    hidden = _locked(service)
    end_staleness(hidden)
    return stand(hidden, Service.Standing.HIDDEN)


@action("directory.service_shown")
def show_again(*, by: Actor, at: datetime, service: UUID) -> Service:
    """Put a hidden service back; personal care that nobody checked waits for a check."""
    shown = _locked(service)
    shown.confirmed_on = on_day(at)
    end_staleness(shown)
    return stand(shown, _shown(shown))


def _shown(service: Service) -> str:
    """How a service stands that was hidden and is no longer: personal care that nobody checked, or that no location
    carries, waits."""
    waits = kinds()[service.category_id].checked_first and service.checked_on is None
    carried = carries(service, on=service.confirmed_on)
    return Service.Standing.LISTED if carried and not waits else Service.Standing.WAITING


def _locked(key: UUID) -> Service:
    return Service.objects.select_for_update().get(pk=key)
