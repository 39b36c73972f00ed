"""Couples."""

import numpy as np

from marketcross.synth.people.codes import Role, Sex
from marketcross.synth.people.homes.settling import Settling
from marketcross.synth.people.known import ADULT, known, percent_by_age
from marketcross.synth.people.matching import NOBODY, Places, pair_by_age

_OLDEST_NEW_SAME_SEX = 85


def settle_couples(rng: np.random.Generator, settling: Settling) -> None:
    """Couples without children of their own under 18: women with men by age, and some of one sex."""
    facts = known("households")
    women = settling.unhoused((settling.age >= ADULT) & (settling.sex == Sex.FEMALE))
    share = percent_by_age(facts["with_partner"])[settling.age[women]]
    found = find_partners(rng, settling, women[rng.random(len(women)) < share], new=True)
    for sex in Sex:
        _of_one_sex(rng, settling, sex, round(found * facts["same_sex_couples"] / 200))


def find_partners(rng: np.random.Generator, settling: Settling, women: Places, *, new: bool = False) -> int:
    """A partner of about the right age for as many as there are men; the number of couples.

    ``new`` founds a household for each couple, else he joins hers.
    """
    older = known("households")["partner_older_by"]
    able = settling.unhoused((settling.age >= ADULT) & (settling.sex == Sex.MALE))
    gaps = rng.normal(older["mean"], older["spread"], len(women))
    paired = pair_by_age(rng, np.maximum(settling.age[women] + gaps, ADULT), settling.age[able])
    women, men = women[paired != NOBODY], able[paired[paired != NOBODY]]
    near = np.abs(settling.age[men] - settling.age[women]) <= older["most"]
    women, men = women[near], men[near]
    homes = settling.found(women) if new else settling.home[women]
    settling.join(men, homes, Role.PARTNER)
    return len(women)


def _of_one_sex(rng: np.random.Generator, settling: Settling, sex: Sex, couples: int) -> None:
    able = settling.unhoused((settling.age >= ADULT) & (settling.age <= _OLDEST_NEW_SAME_SEX) & (settling.sex == sex))
    some = np.sort(rng.permutation(able)[: 2 * couples])
    some = some[: len(some) // 2 * 2]
    by_age = some[np.argsort(settling.age[some] + 6 * rng.random(len(some)))]
    one, other = by_age[::2], by_age[1::2]
    near = np.abs(settling.age[one] - settling.age[other]) <= known("households")["partner_older_by"]["most"]
    settling.join(other[near], settling.found(one[near]), Role.PARTNER)
