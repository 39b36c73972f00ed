"""Somebody is introduced to a link worker, says what they want, and in the end moves on."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models.record import Record

from .always import check, exactly_when, known, not_before, one_of, said, unknown


class Introduction(Record):
    """One introduction. ``goal`` is in the person's own words, as the link worker wrote them down."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for a link worker")
        BEGUN = "begun", _("With a link worker")
        ENDED = "ended", _("Ended")

    class By(models.TextChoices):
        SELF = "self", _("The person")
        FAMILY = "family", _("Family or a friend")
        GP = "gp", _("A GP or a practice")
        HOSPITAL = "hospital", _("A hospital")
        COUNCIL = "council", _("The council")
        GROUP = "group", _("A group or charity")
        OTHER = "other", _("Somebody else")

    class Ending(models.TextChoices):
        DONE = "done", _("The person has what they came for")
        NOT_WANTED = "not_wanted", _("The person did not want it, or wants no more of it")
        MOVED_ON = "moved_on", _("It became an assessment or a plan")
        MOVED_AWAY = "moved_away", _("The person moved away")
        DIED = "died", _("The person died")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="introductions")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    introduced_by = models.CharField(max_length=10, choices=By)
    introduced_on = models.DateField()
    link_worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    goal = models.TextField(blank=True)
    begun_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=12, choices=Ending, blank=True)

    class Meta:
        indexes = (models.Index(fields=["person", "introduced_on"], name="introduction_by_person"),)
        constraints = (
            check(one_of("state", ["waiting", "begun", "ended"]), "introduction_state_known"),
            check(
                one_of("introduced_by", ["self", "family", "gp", "hospital", "council", "group", "other"]),
                "introduction_by_known",
            ),
            check(~Q(state="waiting") | unknown("begun_on"), "introduction_waiting_has_not_begun"),
            check(~Q(state="begun") | known("begun_on"), "introduction_begun_has_a_day"),
            check(exactly_when(known("begun_on"), said("goal")), "introduction_begins_with_a_goal"),
            check(unknown("begun_on") | known("link_worker"), "introduction_begins_with_a_link_worker"),
            check(
                exactly_when(Q(state="ended"), known("ended_on"), said("ended_because")),
                "introduction_ended_has_a_day_and_a_reason",
            ),
            check(
                one_of("ended_because", ["", "done", "not_wanted", "moved_on", "moved_away", "died"]),
                "introduction_ending_known",
            ),
            check(not_before("begun_on", "introduced_on"), "introduction_begins_after_it_is_made"),
            check(not_before("ended_on", "introduced_on"), "introduction_ends_after_it_is_made"),
            check(unknown("begun_on") | not_before("ended_on", "begun_on"), "introduction_ends_after_it_begins"),
        )

    def __str__(self) -> str:
        return self.state
