"""Amounts that the law sets, by name and day: ``{{ upper_capital_limit }}`` in a text. Nobody types such a number.

What nobody has read in its source is marked where it stands; what is not known is said to be unknown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from marketcross.engine.parameters import Known, OutsideKnownYearsError, value_on
from marketcross.engine.vocabulary.money import pounds
from marketcross.law import load

from .languages import ENGLISH, LANGUAGES, Words

PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")


class UnknownAmountError(LookupError):
    """A name in double braces that the law's values do not have; says which name was perhaps meant."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount on a day: ``words`` as a sentence takes it in, with the mark where it is not verified."""

    name: str
    description: str
    words: str
    rule: str
    source: str
    verified: bool


@dataclass(slots=True)
class Filler:
    """Puts amounts into texts of one language on one day, and remembers which it used, in order."""

    on: date
    language: str = ENGLISH
    used: dict[str, Amount] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        """The text with each ``{{ name }}`` as words. Raises UnknownAmountError."""
        return PLACE.sub(lambda place: self.amount(place[1]).words, text)

    def amount(self, name: str) -> Amount:
        """The amount of a name. Raises UnknownAmountError."""
        if name not in self.used:
            self.used[name] = amount_on(name, self.on, self.language)
        return self.used[name]


def amount_on(name: str, on: date, language: str = ENGLISH) -> Amount:
    """What the law's value ``name`` is on a day. Raises UnknownAmountError."""
    problem = problem_with(name)
    if problem:
        raise UnknownAmountError(problem)
    words = LANGUAGES.get(language, LANGUAGES[ENGLISH])
    statutory = load()[name]
    try:
        known = value_on(statutory, on)
    except OutsideKnownYearsError as error:
        return Amount(name, statutory.description, words.unknown, statutory.rule, str(error), True)
    said = words.unknown if known.value is None else _said(known, words)
    return Amount(
        name, known.description, said, known.rule, known.source or known.missing, known.verified or known.value is None
    )


def _said(known: Known, words: Words) -> str:
    assert known.value is not None
    number = pounds(known.value).removesuffix(".00") if known.unit.startswith("pence") else str(known.value)
    shapes = {"pence_per_week": words.a_week, "weeks": words.weeks, "percent": "{}%"}
    said = shapes.get(known.unit, "{}").format(number)
    return said if known.verified else f"{said} {words.unchecked}"


def problem_with(name: str) -> str:
    """Why ``name`` names no amount, and what would; nothing where it does."""
    if name in names():
        return ""
    near = get_close_matches(name, names(), 1)
    hint = f"did you mean '{near[0]}'?" if near else "'marketcross law show' lists the names."
    return f"no amount is named '{name}'; {hint}"


def problems_in(text: str) -> Iterator[str]:
    """What is wrong with the names in double braces of a text."""
    return (problem for place in PLACE.finditer(text) if (problem := problem_with(place[1])))


def names() -> list[str]:
    """Every value that reads as a number; an age that depends on a birthday does not."""
    return [name for name, value in load().items() if value.unit not in ("age_or_day", "hundredths_of_a_percent")]


def choices() -> list[tuple[str, str]]:
    """For an editor to choose from."""
    return [(name, load()[name].description) for name in names()]
