"""A record lent to somebody who helps."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from marketcross.web.core.models import User
from marketcross.web.people.vocabulary import Part

from .period import Dated, ends_after_start
from .person import Person
from .relationship import Relationship


class Lending(Dated):
    """Lets ``user`` see a record but for the parts in ``kept_back``.

    Where it stands on an authority, ``relationship`` names it: when that ends, the lending opens nothing any more.
    Where it stands on the person's own wish there is none.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="lendings")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="borrowed")
    relationship = models.ForeignKey(Relationship, on_delete=models.PROTECT, null=True, related_name="lendings")
    kept_back = ArrayField(models.CharField(max_length=16, choices=Part), default=list)

    class Meta:
        constraints = (
            ends_after_start("lending_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["person", "user"], condition=models.Q(ends_on__isnull=True), name="lending_once_to_each"
            ),
        )

    def __str__(self) -> str:
        return "lending"
