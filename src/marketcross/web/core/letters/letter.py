"""What a letter says, apart from how it looks. A letter to nobody is a leaflet."""

from dataclasses import dataclass, field
from datetime import date

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a letter."""

    text: str
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    text: str
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]
    kind: str = field(default="points", init=False)


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, in this order: a numbered list."""

    items: tuple[str, ...]
    kind: str = field(default="steps", init=False)


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on by hand."""

    lines: int = 4
    kind: str = field(default="room", init=False)


Part = Heading | Paragraph | Points | Steps | Room


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose letter it is and how to answer it."""

    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter or leaflet. ``easy`` is its easy-read wording, written for it: no rule can make it from ``parts``.

    ``page`` and ``answer`` say "Page" and "Talk to us:" where the letter is in another language than the pages of its
    reader.
    """

    title: str
    parts: tuple[Part, ...]
    sender: Sender
    to: tuple[str, ...] = ()
    on: date | None = None
    easy: tuple[Part, ...] = ()
    language: str = "en"
    page: str = ""
    answer: str = ""


def from_the_council() -> Sender:
    """The council, as the settings name it."""
    council = settings.ENVIRONMENT
    return Sender(council.council_name, council.contact_phone, council.contact_email)
