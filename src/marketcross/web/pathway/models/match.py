"""A listed service that could now meet what a person wanted, and what became of that."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models.record import Record

from .always import check, exactly_when, known, not_before, one_of, said
from .preference import UnmetPreference


class Match(Record):
    """One service for one preference, once. The worker tells the person; the person chooses it or not."""

    class State(models.TextChoices):
        FOUND = "found", _("To be told")
        TOLD = "told", _("The person was told")
        CHOSEN = "chosen", _("The person chose it")
        DECLINED = "declined", _("Not for the person")
        LOST = "lost", _("No longer listed")

    preference = models.ForeignKey(UnmetPreference, on_delete=models.PROTECT, related_name="matches")
    service = models.UUIDField()
    service_name = models.CharField(max_length=300)
    state = models.CharField(max_length=8, choices=State, default=State.FOUND)
    found_on = models.DateField()
    told_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    lost_on = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=["service"], name="match_by_service"),)
        constraints = (
            models.UniqueConstraint(fields=["preference", "service"], name="match_once_per_service"),
            models.UniqueConstraint(fields=["preference"], condition=Q(state="chosen"), name="match_chosen_once"),
            check(one_of("state", ["found", "told", "chosen", "declined", "lost"]), "match_state_known"),
            check(said("service_name"), "match_names_the_service"),
            check(~Q(state="found") | Q(told_on__isnull=True), "match_found_is_not_told_yet"),
            check(~one_of("state", ["told", "chosen", "declined"]) | known("told_on"), "match_told_has_a_day"),
            check(
                exactly_when(one_of("state", ["chosen", "declined"]), known("answered_on")), "match_answer_has_a_day"
            ),
            check(exactly_when(Q(state="lost"), known("lost_on")), "match_lost_has_a_day"),
            check(not_before("told_on", "found_on"), "match_told_after_it_was_found"),
            check(Q(told_on__isnull=True) | not_before("answered_on", "told_on"), "match_answered_after_it_was_told"),
            check(not_before("lost_on", "found_on"), "match_lost_after_it_was_found"),
        )

    def __str__(self) -> str:
        return self.state
