"""Somebody asked for everything that we hold about them, and what became of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models import User
from marketcross.web.core.models.record import Record

from .person import Person


class SubjectRequest(Record):
    """One request under article 15. ``due_on`` is a month after it; ``longer_until`` at most two months more.

    ``content`` is what was checked and may go out, as it was on that day; it is emptied some time after it was handed
    over. What was held back stands in ``HeldBack`` and is not in it.
    """

    class How(models.TextChoices):
        ONLINE = "online", _("On their own pages")
        LETTER = "letter", _("By letter or email")
        TOLD = "told", _("By word of mouth")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="subject_requests")
    how = models.CharField(max_length=6, choices=How)
    asked_on = models.DateField()
    due_on = models.DateField()
    longer_until = models.DateField(null=True)
    longer_why = models.CharField(max_length=400, blank=True)
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    checked_on = models.DateField(null=True)
    content = models.JSONField(null=True)
    handed_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(how__in=["online", "letter", "told"]), name="request_how_is_known"),
            models.CheckConstraint(condition=Q(due_on__gt=F("asked_on")), name="request_due_after_it_was_asked"),
            models.CheckConstraint(
                condition=Q(longer_until__isnull=True, longer_why="")
                | (Q(longer_until__gt=F("due_on")) & ~Q(longer_why="")),
                name="request_longer_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True, checked_on__isnull=True)
                | Q(checked_by__isnull=False, checked_on__isnull=False),
                name="request_checked_by_somebody_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=False) | Q(handed_on__isnull=True, content__isnull=True),
                name="request_goes_out_only_when_checked",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(handed_on__isnull=True), name="request_one_open_at_a_time"
            ),
        )
        indexes = (models.Index(fields=["due_on"], condition=Q(handed_on__isnull=True), name="request_open_by_day"),)

    def __str__(self) -> str:
        return "request"


class HeldBack(Record):
    """One field of one row that does not go out, and why. ``row`` is its place among those of its ``kind``."""

    class Why(models.TextChoices):
        OTHER_PERSON = "other_person", _("It is about somebody else, who did not agree")
        CONFIDENCE = "confidence", _("Somebody told us in confidence")
        HARM = "harm", _("It would be likely to cause serious harm to somebody's health")
        CRIME = "crime", _("It would stand in the way of preventing or finding out a crime")
        LEGAL = "legal", _("It is legal advice")

    request = models.ForeignKey(SubjectRequest, on_delete=models.PROTECT, related_name="held_back")
    kind = models.CharField(max_length=80)
    row = models.PositiveIntegerField()
    field = models.CharField(max_length=80)
    why = models.CharField(max_length=12, choices=Why)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(why__in=["other_person", "confidence", "harm", "crime", "legal"]),
                name="held_back_for_a_known_reason",
            ),
            models.UniqueConstraint(fields=["request", "kind", "row", "field"], name="held_back_once"),
        )

    def __str__(self) -> str:
        return self.why
