"""All that is held, as a letter in plain words: for the screen, and for paper in standard and large print."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from marketcross.web.core.letters import Heading, Letter, Paragraph, Points
from marketcross.web.core.letters.letter import Part, from_the_council
from marketcross.web.people.models import HeldBack

from .wording import in_words, title_of


def letter_about(content: dict[str, Any], *, name: str, on: date) -> Letter:
    """``content`` is what ``checking`` let out: sections of ``record``, ``trail`` and ``behind``, and ``held_back``."""
    return Letter(_("Everything we hold about you"), tuple(_parts(content)), from_the_council(), to=(name,), on=on)


def _parts(content: dict[str, Any]) -> Iterator[Part]:
    yield Paragraph(_("You asked what we hold about you. This is all of it, but for what we say at the end."))
    yield Paragraph(_("Is something wrong? Tell us, and we will put it right."))
    for part in ("record", "trail"):
        for section in content.get(part, []):
            yield from _section(section)
    if content.get("behind"):
        yield Heading(_("From a record that was made one with yours"))
        for section in content["behind"]:
            yield from _section(section)
    yield from _kept_back(content.get("held_back", []))
    yield Heading(_("Your rights"))
    rights = _(
        "You can ask us to correct it. You can ask why we use it. You can complain to the Information Commissioner."
    )
    yield Paragraph(rights)


def _section(section: dict[str, Any]) -> Iterator[Part]:
    yield Heading(title_of(section["kind"]))
    rows = [
        "; ".join(f"{title}: {words}" for _name, title, words in in_words(section["kind"], row))
        for row in section["rows"]
    ]
    yield Points(tuple(row for row in rows if row) or (_("Nothing more."),))


def _kept_back(held: list[str]) -> Iterator[Part]:
    """How many facts were not told, and for which reasons: never what they are."""
    if held:
        names = dict(HeldBack.Why.choices)
        yield Heading(_("What we did not send"))
        yield Paragraph(
            _("The law lets us keep some things back. Ask us to look at it again if you think we are wrong.")
        )
        yield Points(tuple(f"{names[why]}: {count}" for why, count in sorted(Counter(held).items())))
