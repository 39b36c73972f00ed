"""A plan: an adult's care and support plan or a carer's support plan, written by two sides and agreed by both."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models.record import Record

from .always import check, exactly_when, known, not_before, one_of, said


class Plan(Record):
    """One plan. ``edition`` rises with each change and guards against overwriting; ``version`` with each agreement."""

    class Of(models.TextChoices):
        ADULT = "adult", _("Care and support plan")
        CARER = "carer", _("Support plan of a carer")

    class State(models.TextChoices):
        DRAFT = "draft", _("Being written")
        AGREED = "agreed", _("Agreed by both sides")
        ENDED = "ended", _("Ended")

    class How(models.TextChoices):
        ONLINE = "online", _("The person, signed in")
        TOLD = "told", _("The person told the practitioner")
        REPRESENTATIVE = "representative", _("Somebody who may decide for the person")

    class Ending(models.TextChoices):
        REPLACED = "replaced", _("Another plan takes its place")
        NOT_NEEDED = "not_needed", _("It is no longer needed")
        MOVED_AWAY = "moved_away", _("The person moved away")
        DIED = "died", _("The person died")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="plans")
    of = models.CharField(max_length=5, choices=Of, default=Of.ADULT)
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    practitioner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    edition = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    person_agreed_on = models.DateField(null=True)
    person_agreed_how = models.CharField(max_length=14, choices=How, blank=True)
    council_agreed_on = models.DateField(null=True)
    council_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=10, choices=Ending, blank=True)

    class Meta:
        indexes = (models.Index(fields=["person", "started_on"], name="plan_by_person"),)
        constraints = (
            check(one_of("of", ["adult", "carer"]), "plan_of_known"),
            check(one_of("state", ["draft", "agreed", "ended"]), "plan_state_known"),
            check(Q(edition__gte=1, version__gte=1), "plan_counts_from_1"),
            check(exactly_when(known("person_agreed_on"), said("person_agreed_how")), "plan_person_agreed_somehow"),
            check(one_of("person_agreed_how", ["", "online", "told", "representative"]), "plan_agreed_how_known"),
            check(exactly_when(known("council_agreed_on"), known("council_agreed_by")), "plan_council_agreed_by_one"),
            check(~Q(state="agreed") | known("person_agreed_on", "council_agreed_on"), "plan_agreed_by_both_sides"),
            check(~Q(state="draft") | ~known("person_agreed_on", "council_agreed_on"), "plan_draft_lacks_one_side"),
            check(
                exactly_when(Q(state="ended"), known("ended_on"), said("ended_because")),
                "plan_ended_has_a_day_and_a_reason",
            ),
            check(one_of("ended_because", ["", "replaced", "not_needed", "moved_away", "died"]), "plan_ending_known"),
            check(not_before("person_agreed_on", "started_on"), "plan_person_agrees_after_its_start"),
            check(not_before("council_agreed_on", "started_on"), "plan_council_agrees_after_its_start"),
            check(not_before("ended_on", "started_on"), "plan_ends_after_its_start"),
        )

    def __str__(self) -> str:
        return self.state
