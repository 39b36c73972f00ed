"""What somebody means by what they type in the one box: terms, each with the keys that would answer it.

A term may be read in several ways: ``1940`` is a year of birth, a number, or a house. Every term must be answered by
a person who is found; the best answer counts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from .keys import bare_name, number, telephone
from .nearness import LOOSE, NEAR, SAME
from .words import LONGEST, plain, words

MOST_TERMS = 8  # the first ones count; nobody needs more to find somebody
LONGEST_TEXT = 200
FOUR_DIGITS = 4

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_OUT = r"[a-z]{1,2}[0-9][a-z0-9]?"
_TERM = re.compile(
    rf"""(?P<email>[^\s@,]+@[^\s@,]+)
    |\b(?P<iso>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})\b
    |\b(?P<day>[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-](?:[0-9]{{4}}|[0-9]{{2}}))\b
    |\b(?P<worded>[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:{"|".join(_MONTHS)})[a-z]*\s+[0-9]{{4}})\b
    |(?P<telephone>(?<![0-9])(?:\+44(?:\s*\(0\))?|0)(?:[\s()-]*[0-9]){{9,10}}(?![0-9]))
    |\b(?P<nhs>[0-9]{{3}}[\s-]?[0-9]{{3}}[\s-]?[0-9]{{4}})\b
    |\b(?P<postcode>{_OUT}\s*[0-9][a-z]{{2}})\b
    |\b(?P<sector>{_OUT}\s+[0-9])\b
    |\b(?P<outward>{_OUT})\b
    |\b(?P<other>[a-z]*[0-9][a-z0-9/]*)
    |(?P<word>[a-z]+)""",
    re.VERBOSE,
)
# Words that stand before a name and are written with it or apart from it.
_BEFORE = frozenset({"o", "mac", "mc", "al", "el", "de", "van", "von", "st", "bin", "ibn"})
_STREETS = {"rd": "road", "st": "street", "ave": "avenue", "av": "avenue", "cl": "close", "dr": "drive"}
_STREETS |= {"gdns": "gardens", "ln": "lane", "terr": "terrace", "ter": "terrace", "sq": "square"}


@dataclass(frozen=True, slots=True)
class Term:
    """``keys`` answer as they are, each with what is lost by it; ``words`` also by what is near them."""

    keys: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)


def terms(text: str, *, on: date) -> list[Term]:
    """The terms of what somebody typed; ``on`` is the day on which it is read, since nobody is born after it."""
    found = [(match.lastgroup or "", match[0]) for match in _TERM.finditer(plain(text[:LONGEST_TEXT]))]
    read = list(_joined(found, on))[:MOST_TERMS]
    if words(text) or not text.strip():
        return read
    whole = {bare_name(text): SAME}  # somebody's name may be without a letter: !!! or 0
    return [Term(whole | term.keys, term.words) for term in read or [Term()]]


def _joined(found: list[tuple[str, str]], on: date) -> Iterator[Term]:
    """Terms one by one, but a word that stands before a name together with it."""
    waiting = ""
    for (kind, text), (following, _) in pairwise([*found, ("", "")]):
        if kind == "word" and text in _BEFORE and following == "word":
            waiting += text
        elif waiting:
            yield _name(text, before=waiting)
            waiting = ""
        else:
            yield _READ[kind](text, on)


def _name(word: str, before: str = "") -> Term:
    """A word of a name, or else of an address. A single letter is an initial."""
    one = word[:LONGEST]
    keys = {f"@{_STREETS[one]}": NEAR} if one in _STREETS else {}
    if len(one) == 1:
        return Term(keys | {one: SAME, f"^{one}": NEAR})
    return Term(keys, {(before + one)[:LONGEST]: SAME, one: NEAR} if before else {one: SAME})


def _birthday(days: Iterable[tuple[date | None, int]]) -> Term:
    """Days of birth, each with what is lost by it; somebody of whom only about the year is known may be meant."""
    keys: dict[str, int] = {}
    for day, lost in days:
        if day:
            keys.setdefault(f"*{day:%Y-%m-%d}", lost)
            keys.setdefault(f"*~{day:%Y}", NEAR)
    return Term(keys)


def _day(year: int, month: int, day: int, on: date) -> date | None:
    try:
        read = date(year, month, day)
    except ValueError:
        return None
    return read if read <= on else None


def _written_day(text: str, on: date) -> Term:
    """The day first, as it is written here; the month first as a lower hit. 40 is 1940, or 2040 once that is past."""
    *first, last = re.split(r"[./-]", text)
    day, month, year = int(first[0]), int(first[1]), int(last)
    years = (year,) if len(last) == FOUR_DIGITS else (1900 + year, 2000 + year)
    straight = [(_day(one, month, day, on), SAME) for one in years]
    return _birthday([*straight, *((_day(one, day, month, on), LOOSE) for one in years)])


def _iso_day(text: str, on: date) -> Term:
    year, month, day = (int(part) for part in text.split("-"))
    return _birthday([(_day(year, month, day, on), SAME), (_day(year, day, month, on), LOOSE)])


def _worded_day(text: str, on: date) -> Term:
    day, month, year = text.split()
    number_of_day = int(re.sub(r"\D", "", day))
    return _birthday([(_day(int(year), _MONTHS.index(month[:3]) + 1, number_of_day, on), SAME)])


def _postcode(text: str, on: date) -> Term:
    return Term({f"={''.join(text.split())}": SAME, f"#{number(text)}": SAME})


def _sector(text: str, on: date) -> Term:
    return Term({f"={' '.join(text.split())}": SAME})


def _other(text: str, on: date) -> Term:
    """A number of a house, of a system, or a year."""
    keys = {f"#{number(text)}": SAME, f"@{number(text)}": SAME}
    return Term(keys | ({f"*{text}": SAME} if len(text) == FOUR_DIGITS and text.isdecimal() else {}))


def _word(text: str, on: date) -> Term:
    return _name(text)


_READ = {
    "email": lambda text, on: Term({f"&{text}": SAME}),
    "iso": _iso_day,
    "day": _written_day,
    "worded": _worded_day,
    "telephone": lambda text, on: Term({f"+{telephone(text)}": SAME, f"#{number(text)}": SAME}),
    "nhs": lambda text, on: Term({f"#{number(text)}": SAME, f"+{number(text)}": SAME}),
    "postcode": _postcode,
    "sector": _sector,
    "outward": _postcode,
    "other": _other,
    "word": _word,
}
