"""That somebody is deprived of their liberty, by whose authority, and until when."""

from django.db import models
from django.db.models import F, Q

from marketcross.web.core.models.record import Record
from marketcross.web.people.vocabulary import LibertyKind

from .person import Person


class LibertyAuthorisation(Record):
    """One authorisation, for ``[starts_on, ends_on)``: it always has an end, and may be ended before."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="liberty_authorisations")
    kind = models.CharField(max_length=10, choices=LibertyKind)
    authority = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    conditions = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="liberty_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(authority=""), name="liberty_has_an_authority"),
            models.CheckConstraint(condition=Q(kind__in=LibertyKind.values), name="liberty_kind_is_known"),
        )

    def __str__(self) -> str:
        return self.kind
