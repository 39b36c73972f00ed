"""What a person wanted and did not find, or not as they wanted it: codes from lists, evidence for the market."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models.record import Record

from .always import check, exactly_when, is_code, known, not_before, one_of, said
from .introduction import Introduction
from .line import PlanLine
from .outcome import PlanOutcome

WHY = ("nothing_there", "full", "too_far", "wrong_time", "too_dear", "not_accessible", "not_for_them")


class UnmetPreference(Record):
    """One want. It holds no words, by constraint; ``taken_instead`` is a category too, empty where nothing was taken.

    ``locality`` is a council locality's code. ``met_by`` is the directory's key of what was chosen in the end.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Still wanted")
        CHOSEN = "chosen", _("Chosen")
        WITHDRAWN = "withdrawn", _("No longer wanted")

    class Why(models.TextChoices):
        NOTHING_THERE = "nothing_there", _("There is no such thing")
        FULL = "full", _("It is full")
        TOO_FAR = "too_far", _("It is too far away")
        WRONG_TIME = "wrong_time", _("It is at the wrong time")
        TOO_DEAR = "too_dear", _("It costs too much")
        NOT_ACCESSIBLE = "not_accessible", _("The person cannot get in, hear, see or take part")
        NOT_FOR_THEM = "not_for_them", _("It is not for people like the person: language, faith, age")

    class Ending(models.TextChoices):
        CHANGED_MIND = "changed_mind", _("The person no longer wants it")
        ELSEWHERE = "elsewhere", _("The person found something elsewhere")
        MOVED_AWAY = "moved_away", _("The person moved away")
        DIED = "died", _("The person died")
        BY_MISTAKE = "by_mistake", _("It was noted by mistake")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="unmet_preferences")
    outcome = models.ForeignKey(PlanOutcome, on_delete=models.PROTECT, null=True, related_name="preferences")
    introduction = models.ForeignKey(Introduction, on_delete=models.PROTECT, null=True, related_name="preferences")
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    category = models.CharField(max_length=60)
    locality = models.CharField(max_length=60)
    group = models.CharField(max_length=60)
    time = models.CharField(max_length=60)
    price = models.CharField(max_length=60)
    why = models.CharField(max_length=14, choices=Why)
    taken_instead = models.CharField(max_length=60, blank=True)
    noted_on = models.DateField()
    met_by = models.UUIDField(null=True)
    chosen_on = models.DateField(null=True)
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, null=True, related_name="chosen_for")
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.CharField(max_length=12, choices=Ending, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["person", "noted_on"], name="preference_by_person"),
            models.Index(fields=["noted_on"], name="preference_by_day"),
            models.Index(
                fields=["category", "locality"], condition=models.Q(state="open"), name="preference_still_open"
            ),
        )
        constraints = (
            check(one_of("state", ["open", "chosen", "withdrawn"]), "preference_state_known"),
            check(
                Q(outcome__isnull=False, introduction__isnull=True)
                | Q(outcome__isnull=True, introduction__isnull=False),
                "preference_comes_from_a_plan_or_an_introduction",
            ),
            *(
                check(is_code(field), f"preference_{field}_is_a_code")
                for field in ("category", "locality", "group", "time", "price")
            ),
            check(is_code("taken_instead", empty=True), "preference_taken_instead_is_a_code"),
            check(one_of("why", WHY), "preference_why_known"),
            check(
                exactly_when(Q(state="chosen"), known("chosen_on"), known("met_by")),
                "preference_chosen_has_a_day_and_a_service",
            ),
            check(Q(line__isnull=True) | Q(state="chosen"), "preference_line_only_when_chosen"),
            check(
                exactly_when(Q(state="withdrawn"), known("withdrawn_on"), said("withdrawn_because")),
                "preference_withdrawn_has_a_day_and_a_reason",
            ),
            check(
                one_of("withdrawn_because", ["", "changed_mind", "elsewhere", "moved_away", "died", "by_mistake"]),
                "preference_ending_known",
            ),
            check(not_before("chosen_on", "noted_on"), "preference_chosen_after_it_was_noted"),
            check(not_before("withdrawn_on", "noted_on"), "preference_withdrawn_after_it_was_noted"),
        )

    def __str__(self) -> str:
        return self.category


class PreferenceNote(Record):
    """Words beside a preference. They stay with the record: no count and no list of evidence reads this table."""

    preference = models.OneToOneField(UnmetPreference, on_delete=models.PROTECT, related_name="note")
    words = models.TextField()

    class Meta:
        constraints = (check(said("words"), "preference_note_says_something"),)

    def __str__(self) -> str:
        return "note"
