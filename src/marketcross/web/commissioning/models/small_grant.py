"""A little money that lets a group begin: how most wants are really met."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from marketcross.web.core.models.record import Record

MOST_PENCE = 500_000  # £5,000: what is larger is a contract, with more to ask and to check


class SmallGrant(Record):
    """One application of one page, what was decided and why, when it was paid, and what came of it."""

    class State(models.TextChoices):
        APPLIED = "applied", "Waiting for a decision"
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Declined"
        PAID = "paid", "Paid"
        TOLD = "told", "Paid, and we know what came of it"

    organisation = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    amount_pence = models.BigIntegerField()
    purpose = models.TextField(max_length=2_000)
    who_it_helps = models.TextField(max_length=1_000)
    applied_on = models.DateField()
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.APPLIED)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, max_length=1_000)
    paid_on = models.DateField(null=True, blank=True)
    payment_reference = models.CharField(max_length=60, blank=True)
    came_of_it = models.TextField(blank=True, max_length=2_000)

    class Meta:
        ordering = ("-applied_on", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(amount_pence__gt=0), name="small_grant_is_some_money"),
            models.CheckConstraint(condition=Q(amount_pence__lte=MOST_PENCE), name="small_grant_is_small"),
            models.CheckConstraint(
                condition=Q(state__in=["applied", "agreed", "declined", "paid", "told"]), name="small_grant_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="applied", decided_on=None)
                | (~Q(state="applied") & Q(decided_on__isnull=False, decided_by__isnull=False) & ~Q(reason="")),
                name="small_grant_decided_by_somebody_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["paid", "told"], paid_on__isnull=False)
                | (~Q(state__in=["paid", "told"]) & Q(paid_on=None)),
                name="small_grant_paid_on_a_day",
            ),
            models.CheckConstraint(
                condition=(Q(state="told") & ~Q(came_of_it="")) | (~Q(state="told") & Q(came_of_it="")),
                name="small_grant_told_what_came_of_it",
            ),
        )

    def __str__(self) -> str:
        return f"small grant of {self.applied_on}"
