"""An eligible outcome that nothing meets yet: a breach, a named manager's until it is met."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models.record import Record

from .always import check, exactly_when, known, not_before, one_of, said
from .line import PlanLine
from .outcome import PlanOutcome


class UnmetEligibleNeed(Record):
    """Open from the day on which it was noticed until a line of the plan meets it."""

    class State(models.TextChoices):
        OPEN = "open", _("Not met")
        MET = "met", _("Met")
        CLOSED = "closed", _("Closed")

    class Ending(models.TextChoices):
        NEED_ENDED = "need_ended", _("The need has ended")
        BY_MISTAKE = "by_mistake", _("It was noted by mistake")
        DIED = "died", _("The person died")

    outcome = models.ForeignKey(PlanOutcome, on_delete=models.PROTECT, related_name="needs")
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    manager = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()
    met_on = models.DateField(null=True)
    met_by = models.ForeignKey(PlanLine, on_delete=models.PROTECT, null=True, related_name="needs_met")
    closed_on = models.DateField(null=True)
    closed_because = models.CharField(max_length=10, choices=Ending, blank=True)

    class Meta:
        indexes = (models.Index(fields=["manager"], condition=Q(state="open"), name="need_open_by_manager"),)
        constraints = (
            models.UniqueConstraint(fields=["outcome"], condition=Q(state="open"), name="need_open_once_per_outcome"),
            check(one_of("state", ["open", "met", "closed"]), "need_state_known"),
            check(~Q(manager=F("opened_by")), "need_manager_is_somebody_else"),
            check(exactly_when(Q(state="met"), known("met_on"), known("met_by")), "need_met_by_a_line_on_a_day"),
            check(
                exactly_when(Q(state="closed"), known("closed_on"), said("closed_because")),
                "need_closed_has_a_day_and_a_reason",
            ),
            check(one_of("closed_because", ["", "need_ended", "by_mistake", "died"]), "need_ending_known"),
            check(not_before("met_on", "opened_on"), "need_met_after_it_was_opened"),
            check(not_before("closed_on", "opened_on"), "need_closed_after_it_was_opened"),
        )

    def __str__(self) -> str:
        return self.state
