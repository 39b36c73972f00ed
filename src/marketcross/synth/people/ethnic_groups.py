"""Ethnic groups by household, and the language and religion of a person."""

from typing import Any

import numpy as np

from marketcross.synth.people.codes import Ethnicity, Language, Religion
from marketcross.synth.people.fitting.likeness import Printed
from marketcross.synth.people.known import Numbers, by_age, known
from marketcross.synth.people.matching import Ages, pick

WHITE = tuple(group for group in Ethnicity if group <= Ethnicity.OTHER_WHITE)
NOT_WHITE = tuple(group for group in Ethnicity if group > Ethnicity.OTHER_WHITE)
BLACK = (Ethnicity.BLACK_AFRICAN, Ethnicity.BLACK_CARIBBEAN, Ethnicity.OTHER_BLACK)


def group_shares(black: Printed | None, not_white: Printed | None) -> tuple[Numbers, dict[str, tuple[str, ...]]]:
    """Shares of everybody by group, with what is printed; Black groups cannot be more than all that are not White."""
    groups = known("ethnicity")["groups"]
    shares = {group: groups[group.name.lower()]["percent"] / 100 for group in Ethnicity}
    contradicts: dict[str, tuple[str, ...]] = {}
    if not_white:
        _hold(shares, NOT_WHITE, float(not_white.value) / 100, tuple(Ethnicity))
    if black:
        within = NOT_WHITE if not_white else tuple(Ethnicity)
        if not_white and not_white.high is not None and black.low > not_white.high:
            contradicts[black.figure] = (not_white.figure,)
        else:
            _hold(shares, BLACK, float(black.value) / 100, within)
    total = sum(shares.values())
    return np.array([shares[group] / total for group in Ethnicity]), contradicts


def _hold(
    shares: dict[Ethnicity, float], some: tuple[Ethnicity, ...], share: float, within: tuple[Ethnicity, ...]
) -> None:
    """Give some groups a share together, and let the others of a wider set give way."""
    whole, here = sum(shares[one] for one in within), sum(shares[one] for one in some)
    for one in within:
        shares[one] *= share / here if one in some else max(whole - share, 0) / (whole - here)


def ethnicity_of_homes(rng: np.random.Generator, size: Ages, reference_age: Ages, shares: Numbers) -> Ages:
    """An ethnic group for each household, so that people come to their shares; minorities are younger.

    Households of about one age are laid end to end in a random order, and the shares are cut from that line: so each
    share is met but for one household.
    """
    facts = known("ethnicity")
    steps = facts["minority_by_age"]
    weight = by_age(steps["first_ages"], steps["weight"])[reference_age]
    weight *= size.sum() / max((size * weight).sum(), 1e-9)
    found = np.empty(len(size), dtype=np.int64)
    for one in np.unique(weight):
        alike = rng.permutation(np.flatnonzero(weight == one))
        found[alike] = _cut(_younger(shares, float(one)), size[alike], rng)
    return found


def _younger(shares: Numbers, weight: float) -> Numbers:
    """The shares where minorities are so many times as common as on the whole."""
    others = shares[1:] * min(weight, 1 / max(shares[1:].sum(), 1e-9))
    return np.concatenate([[1 - others.sum()], others])


def _cut(shares: Numbers, size: Ages, rng: np.random.Generator) -> Ages:
    middle = (np.cumsum(size) - size / 2) / size.sum()
    upto = np.cumsum(shares)
    place = np.searchsorted(upto / upto[-1], (middle + rng.random()) % 1.0, side="right")
    groups: Ages = np.array(list(Ethnicity), dtype=np.int64)
    found: Ages = groups[np.minimum(place, len(groups) - 1)]
    return found


def swap_partners(rng: np.random.Generator, ethnicity: Ages, partners: Ages) -> None:
    """Let some partners change places, so that there are mixed couples and each group stays as many."""
    some = partners[rng.random(len(partners)) < known("ethnicity")["partner_of_another_group_percent"] / 100]
    ethnicity[some] = np.roll(ethnicity[some], 1)


def languages(rng: np.random.Generator, ethnicity: Ages) -> Ages:
    """First language, by ethnic group; a few people's is British Sign Language."""
    found = _by_group(rng, ethnicity, "languages", Language)
    found[rng.random(len(found)) < known("ethnicity")["signs_per_thousand"] / 1000] = Language.BRITISH_SIGN_LANGUAGE
    return found


def religions(rng: np.random.Generator, ethnicity: Ages) -> Ages:
    """Religion, by ethnic group; some do not say."""
    found = _by_group(rng, ethnicity, "religions", Religion)
    found[rng.random(len(found)) < known("ethnicity")["religion_not_said_percent"] / 100] = Religion.NOT_SAID
    return found


def _by_group(rng: np.random.Generator, ethnicity: Ages, what: str, words: Any) -> Ages:
    found = np.zeros(len(ethnicity), dtype=np.int64)
    for group in Ethnicity:
        here = np.flatnonzero(ethnicity == group)
        shares = known("ethnicity")["groups"][group.name.lower()][what]
        values = np.array([words[word.upper()] for word in shares], dtype=np.int64)
        found[here] = values[pick(rng, np.array(list(shares.values()), dtype=np.float64), len(here))]
    return found
