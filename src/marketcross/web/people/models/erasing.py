"""What must go: a list that two people see before it does, and what stops it."""

from django.db import models
from django.db.models import F, Q

from marketcross.web.core.models import User
from marketcross.web.core.models.record import Record

from .period import Dated, ends_after_start
from .person import Person


class LegalHold(Dated):
    """Nothing about this person is erased while a hold is in force: a claim, a complaint, an inquiry."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="legal_holds")
    words = models.CharField(max_length=400)
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            ends_after_start("hold_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(words=""), name="hold_says_why"),
        )

    def __str__(self) -> str:
        return "hold"


class ErasureList(Record):
    """What must go on a day, as one person put it forward; nothing goes before another one has confirmed it."""

    on = models.DateField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                name="erasure_confirmed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="erasure_confirmed_by_somebody_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(confirmed_at__isnull=False), name="erasure_done_when_confirmed"
            ),
            models.UniqueConstraint(
                models.Value(1), condition=Q(done_at__isnull=True), name="erasure_one_list_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.on}"


class ErasureItem(Record):
    """One record or one row that must go. ``reference`` is the person's opaque number; keys lead nowhere afterwards."""

    class Outcome(models.TextChoices):
        WAITING = "waiting"
        ERASED = "erased"
        STOPPED = "stopped"  # held, or used again since

    of = models.ForeignKey(ErasureList, on_delete=models.PROTECT, related_name="items")
    schedule = models.CharField(max_length=40)
    row = models.UUIDField()
    reference = models.UUIDField()
    since = models.DateField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.WAITING)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["of", "schedule", "row"], name="erasure_item_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=["waiting", "erased", "stopped"]), name="erasure_outcome_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.schedule
