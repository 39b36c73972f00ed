"""Consent: only where refusing changes nothing else."""

from django.db import models
from django.db.models import F, Q

from marketcross.web.core.models.record import Record
from marketcross.web.people.vocabulary import Agreed

from .person import Person


class Consent(Record):
    """One yes, from the day it was given until the day it was taken back."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=10, choices=Agreed)
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(purpose__in=Agreed.values), name="consent_only_where_free"),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("given_on")),
                name="consent_withdrawn_after_given",
            ),
            models.UniqueConstraint(
                fields=["person", "purpose"], condition=Q(withdrawn_on__isnull=True), name="consent_once_a_purpose"
            ),
        )

    def __str__(self) -> str:
        return self.purpose
