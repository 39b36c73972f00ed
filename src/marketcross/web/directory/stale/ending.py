"""Somebody said that it is right: it is no longer stale."""

from marketcross.web.directory.models import Service, StaleEntry


def end_staleness(service: Service) -> bool:
    """Forget that a service went stale; True where it was hidden for that. For use inside an action."""
    entry = StaleEntry.objects.filter(service=service).first()
    if entry is None:
        return False
    entry.delete()
    return entry.stage != StaleEntry.Stage.ASKED and service.standing == Service.Standing.HIDDEN
