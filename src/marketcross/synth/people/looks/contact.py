"""Ways to reach people that reach nobody: numbers kept for drama, mail at domains kept for examples."""

from functools import cache
from unicodedata import combining, normalize

import numpy as np

from marketcross.synth.people.codes import Reach
from marketcross.synth.people.columns import Cells
from marketcross.synth.people.known import known, percent_by_age
from marketcross.synth.people.looks.digits import digits
from marketcross.synth.people.looks.syllables import Text
from marketcross.synth.people.matching import Ages

_NUMBERS = 1000  # of a range kept for drama
_OLD = 75


def contact(rng: np.random.Generator, age: Ages, home: Ages, reference_age: Ages, given: Text, person: Ages) -> Cells:
    """The columns that say how somebody is reached. ``reference_age`` is by household, ``person`` a running number."""
    facts = known("contact")
    has_line = rng.random(len(reference_age)) < percent_by_age(facts["landline"])[reference_age]
    line = np.where(has_line, _drama(rng, "landline", len(reference_age)), "")[home]
    mobile = np.where(_has(rng, "mobile", age), _drama(rng, "mobile", len(age)), "")
    domain = np.array(facts["domains"])[rng.integers(len(facts["domains"]), size=len(age))]
    local = np.strings.add(np.strings.add(_plain(given), "."), digits(person, 8))
    email = np.where(_has(rng, "email", age), np.strings.add(np.strings.add(local, "@"), domain), "")
    return {
        "telephone": line,
        "mobile": mobile,
        "email": email,
        "preferred_contact": _prefers(rng, age, line, mobile, email),
    }


def _has(rng: np.random.Generator, what: str, age: Ages) -> np.ndarray:
    return rng.random(len(age)) < percent_by_age(known("contact")[what])[age]


def _drama(rng: np.random.Generator, what: str, how_many: int) -> Text:
    return np.strings.add(known("contact")["drama"][what], digits(rng.integers(_NUMBERS, size=how_many), 3))


def _plain(names: Text) -> Text:
    """Small letters without marks, as they stand in an address."""
    distinct, place = np.unique(names, return_inverse=True)
    return np.array([_letters(str(name)) for name in distinct] or [""])[place]


@cache
def _letters(name: str) -> str:
    bare = "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))
    return "".join(letter for letter in bare if letter.isascii() and letter.isalpha())


def _prefers(rng: np.random.Generator, age: Ages, line: Text, mobile: Text, email: Text) -> Ages:
    """One of the ways there are; a letter always reaches. Older people take the telephone and letters more."""
    rings, mails = (line != "") | (mobile != ""), email != ""
    drawn = rng.random(len(age)) + 0.25 * (age >= _OLD)
    return np.where(mails & (drawn < 0.5), Reach.EMAIL, np.where(rings & (drawn < 1.0), Reach.TELEPHONE, Reach.LETTER))
