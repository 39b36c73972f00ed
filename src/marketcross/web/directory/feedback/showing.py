"""What a service's page shows: counts for each question from five answers on, words one by one, and no stars."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from marketcross.web.directory.models import Feedback
from marketcross.web.directory.models.feedback import Answer, Standing

FEWEST = 5  # fewer answers would tell who said what
QUESTIONS: dict[str, Any] = {
    "wanted": _("Did it do what you wanted?"),
    "treated": _("Were you treated well?"),
    "promised": _("Was it on time, or as promised?"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """One question with how many said yes, partly and no."""

    question: Any
    yes: int
    partly: int
    no: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Words, the month in which they were said, and the provider's reply where it is shown."""

    id: UUID
    text: str
    said_on: date
    reply: str


@dataclass(frozen=True, slots=True)
class Shown:
    """``total``: how many are published; ``counts``: none where they are fewer than FEWEST."""

    total: int
    counts: list[Count]
    entries: list[Entry]


def shown(service: UUID) -> Shown:
    """What anybody may see of the feedback on a service. The words stand without the answers of their author."""
    published = Feedback.objects.filter(service=service, standing=Standing.PUBLISHED)
    answers = list(published.values_list(*QUESTIONS))
    counts = [_count(q, [row[i] for row in answers]) for i, q in enumerate(QUESTIONS)] if len(answers) >= FEWEST else []
    told = published.filter(words__isnull=False).select_related("words", "reply").order_by("-said_on", "-id")
    return Shown(len(answers), counts, [_entry(one) for one in told])


def _count(question: str, said: list[str]) -> Count:
    many = Counter(said)
    return Count(QUESTIONS[question], many[Answer.YES], many[Answer.PARTLY], many[Answer.NO])


def _entry(one: Feedback) -> Entry:
    reply = getattr(one, "reply", None)
    replied = reply.text if reply and reply.standing == Standing.PUBLISHED else ""
    return Entry(one.pk, one.words.text, one.said_on, replied)
