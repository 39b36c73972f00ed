"""What somebody is called."""

from django.db import models
from django.db.models import Q

from marketcross.web.people.vocabulary import NameKind

from .period import Dated, ends_after_start, one_at_a_time
from .person import Person


class Name(Dated):
    """One name. ``whole`` is the name in the order in which it is used; either part of it may be missing, not both."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="names", db_index=False)
    kind = models.CharField(max_length=13, choices=NameKind)
    given = models.CharField(max_length=150, blank=True)
    family = models.CharField(max_length=150, blank=True)
    whole = models.CharField(max_length=310)

    class Meta:
        constraints = (
            ends_after_start("name_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="name_kind_is_known"),
            models.CheckConstraint(condition=~Q(given="") | ~Q(family=""), name="name_has_a_part"),
            models.CheckConstraint(condition=~Q(whole=""), name="name_has_a_whole"),
            one_at_a_time("name_one_used_at_a_time", where=Q(kind="used")),
            one_at_a_time("name_one_legal_at_a_time", where=Q(kind="legal")),
        )
        indexes = (models.Index(fields=["person", "kind"], name="name_by_person"),)

    def __str__(self) -> str:
        return self.kind
