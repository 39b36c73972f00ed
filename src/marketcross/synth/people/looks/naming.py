"""Names of people: given, family and whole, by culture and household."""

from dataclasses import dataclass

import numpy as np

from marketcross.synth.people.codes import Role
from marketcross.synth.people.looks.syllables import Text, culture_of_group, cultures
from marketcross.synth.people.matching import Ages

_GIVEN, _FAMILY = "<U16", "<U28"  # the widest there are


@dataclass(frozen=True, slots=True)
class Names:
    """Arrays by person. ``family`` is empty for those with one name; ``whole`` is in the order in which it is used."""

    given: Text
    family: Text
    whole: Text


def names_of_people(rng: np.random.Generator, ethnicity: Ages, sex: Ages, home: Ages, role: Ages) -> Names:
    """Children bear the name of the household; partners take it or keep their own, by culture."""
    culture = culture_of_group()[ethnicity]
    given, own = np.zeros(len(home), dtype=_GIVEN), np.zeros(len(home), dtype=_FAMILY)
    for number, facts in enumerate(cultures()):
        here = np.flatnonzero(culture == number)
        for one in (0, 1):
            some = here[sex[here] == one]
            given[some] = facts.given[one][rng.integers(len(facts.given[one]), size=len(some))]
        own[here] = _family(rng, facts.family, facts.hyphenated, len(here))
    family = _shared(rng, own, culture, home, role)
    one_name = np.array([facts.one_name for facts in cultures()])[culture]
    family[rng.random(len(family)) < one_name] = ""
    first = np.array([facts.family_first for facts in cultures()])[culture]
    return Names(given, family, _whole(given, family, first))


def _family(rng: np.random.Generator, table: Text, hyphenated: float, people: int) -> Text:
    one, other = table[rng.integers(len(table), size=people)], table[rng.integers(len(table), size=people)]
    joined = np.strings.add(np.strings.add(one, "-"), other)
    return np.where((rng.random(people) < hyphenated) & (one != other), joined, one)


def _shared(rng: np.random.Generator, own: Text, culture: Ages, home: Ages, role: Ages) -> Text:
    """The name of a household is its partner's, or where there is none its reference person's."""
    names = np.zeros(int(home[-1]) + 1 if len(home) else 0, dtype=own.dtype)
    for giver in (Role.REFERENCE, Role.PARTNER):
        names[home[role == giver]] = own[role == giver]
    keeps = rng.random(len(own)) < np.array([facts.keeps_name for facts in cultures()])[culture]
    bears = (role == Role.CHILD) | (role == Role.PARENT) | ((role == Role.REFERENCE) & ~keeps)
    return np.where(bears, names[home], own)


def _whole(given: Text, family: Text, family_first: np.ndarray) -> Text:
    first, last = np.where(family_first, family, given), np.where(family_first, given, family)
    return np.strings.strip(np.strings.add(np.strings.add(first, " "), last))
