"""Which location of the Commission's register carries a service."""

from django.db import models

from marketcross.web.core.models.record import Record

from .registration import Registration
from .service import Service


class RegistrationMatch(Record):
    """Said by the provider or chosen by staff. Until staff have confirmed it, it shows to nobody else."""

    service = models.OneToOneField(Service, on_delete=models.CASCADE, related_name="registration_match")
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="matches")
    confirmed_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.registration_id
