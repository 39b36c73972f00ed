"""What people who used a service say of it. Answers and words are never changed: the database lets nobody."""

from django.db import models

from marketcross.web.core.models.record import Record

from .service import Service


class Answer(models.TextChoices):
    """An answer to each of the questions."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"


class Standing(models.TextChoices):
    """What a moderator decided."""

    WAITING = "waiting", "Nobody has checked it yet"
    PUBLISHED = "published", "Shown"
    DECLINED = "declined", "Not shown"
    DIVERTED = "diverted", "Passed on as a safeguarding concern"


class Reason(models.TextChoices):
    """Why something is not shown. The policy page lists the same."""

    NAMES = "names", "It says who somebody is, or how to reach them"
    NOT_ABOUT = "not_about", "It is not about using this service"
    ADVERT = "advert", "It sells something"
    INSULTS = "insults", "It insults or threatens somebody"
    TWICE = "twice", "We had it before"
    ACCUSES = "accuses", "It says that somebody broke the law, and we cannot find out if that is so"


_KNOWN = {name: models.Q(**{f"{name}__in": Answer.values}) for name in ("wanted", "treated", "promised")}
_DECIDED = models.Q(decided_on__isnull=False)


class Feedback(Record):
    """Three answers of somebody whom we do not know, and how they stand. The words lie beside them."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="feedback")
    wanted = models.CharField(max_length=6, choices=Answer, help_text="Did it do what you wanted?")
    treated = models.CharField(max_length=6, choices=Answer, help_text="Were you treated well?")
    promised = models.CharField(max_length=6, choices=Answer, help_text="Was it on time, or as promised?")
    said_on = models.DateField()
    code_digest = models.BinaryField(max_length=32, help_text="Of the code with which its author can withdraw it.")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.WAITING)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    decided_on = models.DateField(null=True)
    taken_up_on = models.DateField(null=True, help_text="When the council took up a concern.")

    class Meta:
        ordering = ("said_on", "id")
        indexes = (
            models.Index(fields=["service", "standing"], name="feedback_by_service"),
            models.Index(fields=["code_digest"], name="feedback_by_code"),
        )
        constraints = (
            *(models.CheckConstraint(condition=known, name=f"feedback_{name}_known") for name, known in _KNOWN.items()),
            models.CheckConstraint(condition=models.Q(standing__in=Standing.values), name="feedback_standing_known"),
            models.CheckConstraint(
                condition=models.Q(standing="declined", reason__in=Reason.values)
                | (~models.Q(standing="declined") & models.Q(reason="")),
                name="feedback_declined_for_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(standing="waiting", decided_on__isnull=True)
                | (~models.Q(standing="waiting") & _DECIDED),
                name="feedback_decided_has_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(taken_up_on__isnull=True) | models.Q(standing="diverted"),
                name="feedback_taken_up_is_a_concern",
            ),
        )

    def __str__(self) -> str:
        return self.standing


class FeedbackWords(Record):
    """What somebody added in their own words. A row can go, and cannot be changed."""

    feedback = models.OneToOneField(Feedback, on_delete=models.CASCADE, related_name="words")
    text = models.TextField(max_length=1_000)
    alike = models.BinaryField(max_length=32, help_text="A keyed digest of its letters: the same text twice has one.")

    class Meta:
        indexes = (models.Index(fields=["alike"], name="feedback_words_alike"),)
        constraints = (models.CheckConstraint(condition=~models.Q(text=""), name="feedback_words_are_some"),)

    def __str__(self) -> str:
        return "words"


class FeedbackReply(Record):
    """What the provider answers: checked in the same way. The text cannot be changed; who was declined writes anew."""

    feedback = models.OneToOneField(Feedback, on_delete=models.CASCADE, related_name="reply")
    text = models.TextField(max_length=1_000)
    said_on = models.DateField()
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.WAITING)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    decided_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(text=""), name="feedback_reply_says_something"),
            models.CheckConstraint(
                condition=models.Q(standing__in=["waiting", "published", "declined"]),
                name="feedback_reply_standing_known",
            ),
            models.CheckConstraint(
                condition=models.Q(standing="declined", reason__in=Reason.values)
                | (~models.Q(standing="declined") & models.Q(reason="")),
                name="feedback_reply_declined_for_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(standing="waiting", decided_on__isnull=True)
                | (~models.Q(standing="waiting") & _DECIDED),
                name="feedback_reply_decided_has_a_day",
            ),
        )

    def __str__(self) -> str:
        return self.standing
