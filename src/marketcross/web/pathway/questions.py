"""The questions of "Tell us what matters to you": four, open, in this order, each may be left out."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from marketcross.web.core.drafts.kinds import Kind, can_be_saved

WORK = can_be_saved(Kind("what-matters", _("Tell us what matters to you"), "pathway:answers"))


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its hint; ``easy`` says both in easy read."""

    name: str
    asks: Any
    hint: Any
    easy: Any


QUESTIONS = (
    Question(
        "now",
        _("What is going on in your life?"),
        _("For example, something has changed, or a thing you used to do has become hard."),
        _("What is going on for you? Has something changed? Is something hard to do now?"),
    ),
    Question(
        "matters",
        _("What matters to you?"),
        _("People, places, pets, faith, food, work, a good night's sleep: whatever makes a good day for you."),
        _("What do you like? Who do you like to be with? What makes a good day?"),
    ),
    Question(
        "helps",
        _("Who or what helps you now?"),
        _("Family, friends, neighbours, a group, paid help, a gadget, or something you worked out yourself."),
        _("Who helps you now? What helps you now?"),
    ),
    Question(
        "difference",
        _("What would make the biggest difference?"),
        _("One thing is enough. It need not be a service."),
        _("What would help you most? One thing is fine."),
    ),
)


def question_named(name: str) -> Question | None:
    """The question of an address."""
    return next((question for question in QUESTIONS if question.name == name), None)


def after(question: Question) -> Question | None:
    """The question that follows; None after the last."""
    place = QUESTIONS.index(question) + 1
    return QUESTIONS[place] if place < len(QUESTIONS) else None


def before(question: Question) -> Question | None:
    """The question that goes before; None before the first."""
    place = QUESTIONS.index(question)
    return QUESTIONS[place - 1] if place else None
