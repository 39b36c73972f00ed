"""Everything by which one person is found, as plain keys: a sign that says what it is, and the thing itself.

smith       a word of a name            *1940  *1940-03-02  the year and the day of birth
^s          an initial                  *~1940              born about that year
@alder @12  of an address               #9990000018         a number of any system
=zx1 =zx1 0 =zx10aa  of a postcode      +01632960123        a telephone;  &a@b.org  an e-mail address
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .words import LONGEST, name_words, plain, words

_PART_OF_ADDRESS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one person, as far as it serves to find them.

    ``names`` are parts of names, given or family; ``wholes`` are whole names as they are used.
    """

    names: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    born_on: date | None = None
    born_about: int | None = None
    numbers: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def keys_of(facts: Facts) -> set[str]:
    """All keys of a person. A name without a letter is kept as it is written, so that even it is found."""
    named = name_words(facts.names) | {word for whole in facts.wholes for word in words(whole)}
    keys = named | {f"^{word[0]}" for word in named}
    keys |= {bare_name(name) for name in (*facts.names, *facts.wholes) if name.strip() and not words(name)}
    keys |= set(_birth(facts))
    keys |= {f"#{number(one)}" for one in facts.numbers} | {f"+{telephone(one)}" for one in facts.telephones}
    keys |= {f"&{one.strip().casefold()}" for one in facts.emails}
    keys |= {f"@{part[:LONGEST]}" for line in facts.lines for part in address_parts(line)}
    return keys | {key for one in facts.postcodes for key in _postcode(one)}


def vocabulary(keys: set[str]) -> set[str]:
    """The words among keys, of names and addresses: what somebody may misspell."""
    return {word for key in keys if (word := key.removeprefix("@")).isalpha()}


def bare_name(name: str) -> str:
    return f"!{name.strip().casefold()}"


def number(text: str) -> str:
    """A number of any system as a key holds it: letters and digits only."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def telephone(text: str) -> str:
    """A telephone's digits, in the national form that begins with 0."""
    digits = "".join(sign for sign in text if sign.isdecimal())
    for abroad in ("0044", "44"):
        if text.strip().startswith(("+", "00")) and digits.startswith(abroad):
            return "0" + digits.removeprefix(abroad).removeprefix("0")
    return digits


def address_parts(line: str) -> list[str]:
    return _PART_OF_ADDRESS.findall(plain(line))


def _birth(facts: Facts) -> Iterator[str]:
    if facts.born_on:
        yield from (f"*{facts.born_on:%Y-%m-%d}", f"*{facts.born_on:%Y}")
    if facts.born_about:
        yield from (f"*{facts.born_about}", f"*~{facts.born_about}")


def _postcode(text: str) -> Iterator[str]:
    outward, _, inward = text.casefold().partition(" ")
    if outward:
        yield f"={outward}"
    if inward:
        yield from (f"={outward} {inward[0]}", f"={outward}{inward}")
