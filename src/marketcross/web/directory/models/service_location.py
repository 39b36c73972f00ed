"""Where a service takes place."""

from django.db import models

from marketcross.web.core.models.record import Record

from .service import Service


class ServiceLocation(Record):
    """One place of one service; a service that comes to people has none. (HSDS: service_at_location, address.)"""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(max_length=120, blank=True, help_text="Such as a hall's name.")
    address = models.CharField(max_length=200, blank=True)
    postcode = models.ForeignKey("places.Postcode", on_delete=models.PROTECT, related_name="+")
    access = models.CharField(max_length=300, blank=True, help_text="How to get in: steps, parking, hearing loop.")

    def __str__(self) -> str:
        return self.name or self.address
