"""A number or address by which somebody can be reached."""

from django.db import models
from django.db.models import Q

from marketcross.web.people.vocabulary import ContactKind

from .period import Dated, ends_after_start
from .person import Person


class ContactDetail(Dated):
    """One way to reach somebody. ``safe`` says whether a message may be left there: others may hear or read it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_details")
    kind = models.CharField(max_length=10, choices=ContactKind)
    value = models.CharField(max_length=254)
    preferred = models.BooleanField(default=False)
    safe = models.BooleanField(null=True, help_text="Whether a message may be left; empty where nobody asked.")

    class Meta:
        constraints = (
            ends_after_start("contact_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(kind__in=ContactKind.values), name="contact_kind_is_known"),
            models.CheckConstraint(condition=~Q(value=""), name="contact_says_how"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(preferred=True, ends_on__isnull=True), name="contact_one_preferred"
            ),
        )
        indexes = (models.Index(fields=["value"], name="contact_by_value"),)

    def __str__(self) -> str:
        return self.kind
