"""What a page says on a day: its blocks with the amounts of that day, as parts to show or to print."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marketcross.web.core.letters import Heading, Paragraph, Points, Steps
from marketcross.web.core.letters.letter import Part
from marketcross.web.directory.categories import kinds

from .amounts import Amount, Filler
from .languages import ENGLISH, LANGUAGES


@dataclass(frozen=True, slots=True)
class Help:
    """Who can help: words that lead to a category of the directory."""

    category: str
    text: str
    kind: str = field(default="help", init=False)


@dataclass(frozen=True, slots=True)
class Sum:
    """One amount that stands by itself, with what it is."""

    label: str
    amount: Amount
    kind: str = field(default="sum", init=False)


Said = Part | Help | Sum


@dataclass(frozen=True, slots=True)
class Content:
    """A page on a day. ``amounts`` are those that it names, in order; ``unchecked``: something is not verified."""

    parts: tuple[Said, ...]
    easy: tuple[Part, ...]
    amounts: tuple[Amount, ...]
    unchecked: bool


def content(
    body: Iterable[Any], easy: Iterable[Any], law: Iterable[Any], *, on: date, language: str = ENGLISH
) -> Content:
    """Fill a page's plain blocks (``blocks.plain``). Raises UnknownAmountError."""
    filler = Filler(on, language)
    parts = tuple(_part(kind, value, filler) for kind, value in body)
    simple = tuple(part for kind, value in easy if not isinstance(part := _part(kind, value, filler), Help | Sum))
    amounts = tuple(filler.used.values())
    unchecked = not all([*(amount.verified for amount in amounts), *(line["verified"] for _, line in law)])
    return Content(parts, simple, amounts, unchecked)


def _part(kind: str, value: Any, filler: Filler) -> Said:
    match kind:
        case "heading":
            return Heading(filler.fill(value))
        case "points":
            return Points(tuple(map(filler.fill, value)))
        case "steps":
            return Steps(tuple(map(filler.fill, value)))
        case "amount":
            return Sum(filler.fill(value["label"]), filler.amount(value["name"]))
        case "help":
            return Help(value["category"], value["text"])
    return Paragraph(filler.fill(value))


def on_paper(parts: Iterable[Said], language: str) -> tuple[Part, ...]:
    """The parts as a letter has them: an amount is a sentence, and a link becomes words."""
    return tuple(_on_paper(part, language) for part in parts)


def _on_paper(part: Said, language: str) -> Part:
    if isinstance(part, Sum):
        return Paragraph(f"{part.label}: {part.amount.words}")
    if isinstance(part, Help):
        return Paragraph(LANGUAGES[language].see_directory.format(part.text))
    return part


def known_category(code: str) -> bool:
    """Whether the directory has such a kind of support."""
    return code in kinds()
