"""One line of a plan: who does what for an outcome, with money or without."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models.record import Record

from .always import at_least, check, exactly_when, known, not_before, one_of, said
from .outcome import PlanOutcome


class PlanLine(Record):
    """Money is whole pence, for a week or once. ``service`` is the directory's key, where the line names one."""

    class Means(models.TextChoices):
        SELF = "self", _("I do this")
        FAMILY = "family", _("Family and friends")
        COMMUNITY = "community", _("A group or neighbours")
        UNIVERSAL = "universal", _("A service for everybody")
        MONEY = "money", _("Paid for from the personal budget")

    class Held(models.TextChoices):
        DIRECT_PAYMENT = "direct_payment", _("Direct payment")
        COUNCIL = "council", _("Managed by the council")
        NHS = "nhs", _("Managed by the NHS (a notional budget)")
        SERVICE_FUND = "service_fund", _("Individual service fund, held by a provider")
        THIRD_PARTY = "third_party", _("Held by a third party for the NHS")

    outcome = models.ForeignKey(PlanOutcome, on_delete=models.PROTECT, related_name="lines")
    means = models.CharField(max_length=10, choices=Means)
    words = models.TextField()
    held_as = models.CharField(max_length=15, choices=Held, blank=True)
    weekly_pence = models.BigIntegerField(null=True)
    once_pence = models.BigIntegerField(null=True)
    service = models.UUIDField(null=True)
    service_name = models.CharField(max_length=300, blank=True)
    agreed_with_service_on = models.DateField(null=True)
    added_on = models.DateField()
    taken_out_on = models.DateField(null=True)

    class Meta:
        constraints = (
            check(one_of("means", ["self", "family", "community", "universal", "money"]), "line_means_known"),
            check(
                one_of("held_as", ["", "direct_payment", "council", "nhs", "service_fund", "third_party"]),
                "line_held_as_known",
            ),
            check(said("words"), "line_says_what"),
            check(exactly_when(Q(means="money"), said("held_as")), "line_is_held_somehow_exactly_when_it_costs"),
            check(
                (Q(means="money") & (known("weekly_pence") | known("once_pence")))
                | (~Q(means="money") & Q(weekly_pence__isnull=True, once_pence__isnull=True)),
                "line_has_a_sum_exactly_when_it_costs",
            ),
            check(at_least("weekly_pence", 1) & at_least("once_pence", 1), "line_sums_are_above_nothing"),
            check(exactly_when(known("service"), said("service_name")), "line_service_has_its_name"),
            check(Q(agreed_with_service_on__isnull=True) | known("service"), "line_agreed_with_a_service"),
            check(not_before("agreed_with_service_on", "added_on"), "line_agreed_after_it_was_added"),
            check(not_before("taken_out_on", "added_on"), "line_taken_out_after_it_was_added"),
        )

    def __str__(self) -> str:
        return self.means
