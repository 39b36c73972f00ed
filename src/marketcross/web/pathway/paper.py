"""What can be printed: the answers to take along, and a leaflet with the questions to write on."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marketcross.web.core.letters import Heading, Letter, Paragraph, Points, Room
from marketcross.web.core.letters.letter import Part, from_the_council

from .questions import QUESTIONS


def answers_letter(answers: Mapping[str, str], *, on: date) -> Letter:
    """What somebody wrote, to take along to whoever helps them."""
    parts: list[Part] = [Paragraph(_("I wrote this to take along. It was not sent to anybody."))]
    for question in QUESTIONS:
        parts += [Heading(str(question.asks)), Paragraph(answers.get(question.name) or _("I left this out."))]
    return Letter(_("What matters to me"), tuple(parts), from_the_council(), on=on, language=get_language() or "en")


def leaflet() -> Letter:
    """The questions on paper, for people who would rather write by hand."""
    parts: list[Part] = [
        Paragraph(_("Before we talk about care and support, we want to know what matters to you.")),
        Paragraph(_("Here are the questions. Answer those that you want to, on paper or with somebody you trust.")),
    ]
    easy: list[Part] = [
        Paragraph(_("We want to know about you. You can write or draw. You can ask somebody to help you.")),
    ]
    for question in QUESTIONS:
        parts += [Heading(str(question.asks)), Paragraph(str(question.hint)), Room()]
        easy += [Heading(str(question.asks)), Paragraph(str(question.easy)), Room()]
    ways = (_("Bring it when we meet."), _("Or call us and tell us."))
    parts += [Heading(_("What to do with your answers")), Points(ways)]
    easy += [Heading(_("What to do next")), Points(ways)]
    return Letter(
        _("Tell us what matters to you"),
        tuple(parts),
        from_the_council(),
        easy=tuple(easy),
        language=get_language() or "en",
    )
