"""What somebody said about who they are: asked once, and reused."""

from django.db import models
from django.db.models import Q

from marketcross.web.core.models.record import Record

from .person import Person


class EqualityAnswer(Record):
    """The answer to one question, on a day; ``declined``: they did not want to say, which is an answer too."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="equality_answers")
    question = models.SlugField(max_length=30)
    answer = models.CharField(max_length=60, blank=True)
    declined = models.BooleanField(default=False)
    answered_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "question"], name="equality_asked_once"),
            models.CheckConstraint(
                condition=Q(declined=True, answer="") | (Q(declined=False) & ~Q(answer="")),
                name="equality_answered_or_declined",
            ),
        )

    def __str__(self) -> str:
        return self.question
