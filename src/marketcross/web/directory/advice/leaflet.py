"""A page as a leaflet: a letter to nobody, from which core makes the PDF, large print and easy read."""

from marketcross.web.core.letters import Letter, Paragraph
from marketcross.web.core.letters.letter import Part, from_the_council

from .content import Content, on_paper
from .languages import LANGUAGES, day_in
from .models import AdvicePage


def leaflet(page: AdvicePage, said: Content) -> Letter:
    """What ``page`` says, in its own language, with the day on which it was last reviewed."""
    words = LANGUAGES[page.language]
    end: list[Part] = [Paragraph(words.unchecked_note)] if said.unchecked else []
    end.append(Paragraph(words.reviewed.format(day_in(page.language, page.reviewed_on))))
    body = (Paragraph(page.summary), *on_paper(said.parts, page.language))
    return Letter(
        page.title,
        (*body, *end),
        from_the_council(),
        easy=said.easy,
        language=page.language,
        page=words.page,
        answer=words.answer,
    )
