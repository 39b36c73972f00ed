"""For whose homes a service is: who lives there may use it."""

from django.db import models

from marketcross.web.core.models.record import Record

from .service import Service


class ServiceArea(Record):
    """One locality that a service serves. (HSDS: service_area.)"""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="areas")
    locality = models.ForeignKey("places.Locality", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["service", "locality"], name="service_area_once"),)

    def __str__(self) -> str:
        return str(self.locality)
