"""Somebody moves to another council, or comes from one, and their record with them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models import User
from marketcross.web.core.models.record import Record

from .person import Person


class Move(Record):
    """One file that was handed to another council, or that came from one. ``checksum`` is the file's own."""

    class Way(models.TextChoices):
        OUT = "out", _("To another council")
        IN = "in", _("From another council")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="moves")
    way = models.CharField(max_length=3, choices=Way)
    council = models.CharField(max_length=200)
    moves_on = models.DateField()
    handed_on = models.DateField()
    handed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    checksum = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(way__in=["out", "in"]), name="move_way_is_known"),
            models.CheckConstraint(condition=~Q(council=""), name="move_names_the_council"),
            models.CheckConstraint(condition=Q(checksum__regex=r"^[0-9a-f]{64}$"), name="move_names_the_file"),
        )

    def __str__(self) -> str:
        return self.way


class ReceivedRow(Record):
    """A row of a kind for which there is no table that could be ours: kept and shown as it came, and handed on so.

    An assessment or a plan that another council made is evidence here, not a decision of ours.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="received")
    move = models.ForeignKey(Move, on_delete=models.PROTECT, related_name="received")
    kind = models.CharField(max_length=80)
    position = models.PositiveIntegerField()
    body = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["move", "kind", "position"], name="received_once"),
            models.CheckConstraint(condition=~Q(kind=""), name="received_has_a_kind"),
        )

    def __str__(self) -> str:
        return self.kind
