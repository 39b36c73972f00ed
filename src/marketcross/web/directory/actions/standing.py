"""How a service stands: written, indexed, noted and told in one step, by every action that changes it."""

from marketcross.web.core.actions import note
from marketcross.web.core.events import publish
from marketcross.web.directory.events import ServiceHidden, ServiceListed
from marketcross.web.directory.models import Service
from marketcross.web.directory.search.indexing import index


def stand(service: Service, standing: str) -> Service:
    """Let a service stand so from now on, with its days as they are set; for use inside an action."""
    was_listed = service.standing == Service.Standing.LISTED
    service.standing = standing
    service.save(update_fields=["standing", "checked_on", "confirmed_on"])
    index(service)
    note(service, standing=standing, checked_on=service.checked_on, confirmed_on=service.confirmed_on)
    tell(service, was_listed=was_listed, only_if_new=True)
    return service


def tell(service: Service, *, was_listed: bool, only_if_new: bool = False) -> None:
    """A change of a listed service is news as well: it may meet now what it did not before."""
    if service.standing == Service.Standing.LISTED:
        if not (was_listed and only_if_new):
            publish(ServiceListed(service=str(service.pk), organisation=str(service.organisation_id)))
    elif was_listed:
        publish(ServiceHidden(service=str(service.pk)))
