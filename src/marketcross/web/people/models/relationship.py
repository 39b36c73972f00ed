"""Somebody in a person's life, and by what authority they act."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from marketcross.web.core.models import User
from marketcross.web.people.vocabulary import ACTS_BY_LAW, RelationshipKind, Scope

from .period import Dated, ends_after_start
from .person import Person


class Relationship(Dated):
    """What somebody is to ``person``. They are ``other``, of the register, or else ``outside_name``, who is not in it.

    ``scope`` is what an attorney or deputy may decide about. ``evidence`` says which paper was seen, ``seen_on`` and
    ``seen_by`` when and by whom: without them an authority is claimed, not shown.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    kind = models.CharField(max_length=18, choices=RelationshipKind)
    other = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="part_in_lives")
    outside_name = models.CharField(max_length=200, blank=True)
    outside_contact = models.CharField(max_length=254, blank=True)
    described_as = models.CharField(max_length=80, blank=True, help_text="In the person's words: daughter, neighbour.")
    scope = ArrayField(models.CharField(max_length=20, choices=Scope), default=list)
    evidence = models.CharField(max_length=200, blank=True)
    seen_on = models.DateField(null=True)
    seen_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            ends_after_start("relationship_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(kind__in=RelationshipKind.values), name="relationship_kind_is_known"),
            models.CheckConstraint(
                condition=Q(other__isnull=False, outside_name="") | (Q(other__isnull=True) & ~Q(outside_name="")),
                name="relationship_to_one_other",
            ),
            models.CheckConstraint(
                condition=Q(other__isnull=True) | ~Q(other=F("person")), name="relationship_not_to_oneself"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=ACTS_BY_LAW) | Q(scope__len__gt=0), name="relationship_authority_has_a_scope"
            ),
            models.CheckConstraint(
                condition=Q(evidence="", seen_on__isnull=True, seen_by__isnull=True)
                | (~Q(evidence="") & Q(seen_on__isnull=False, seen_by__isnull=False)),
                name="relationship_evidence_is_whole",
            ),
        )

    def __str__(self) -> str:
        return self.kind
