"""What nobody but its provider has looked at."""

from django.db.models import QuerySet

from marketcross.web.directory.models import Service

WAITING_FIRST = ("-standing", "confirmed_on", "id")  # "waiting" stands after "listed" in the alphabet


def unchecked() -> QuerySet[Service]:
    """Listed and waiting services that were not checked since they last changed."""
    return Service.objects.exclude(standing=Service.Standing.HIDDEN).filter(checked_on__isnull=True)
