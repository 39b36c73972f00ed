"""Children, their mothers and fathers."""

from dataclasses import dataclass

import numpy as np

from marketcross.synth.people.codes import Role, Sex
from marketcross.synth.people.homes.couples import find_partners
from marketcross.synth.people.homes.settling import Settling
from marketcross.synth.people.known import ADULT, known
from marketcross.synth.people.matching import NOBODY, Ages, Places, choose, pair_by_age

_OLDEST_PARENT_OF_CHILD = 60
YOUNGEST_PARENT, OLDEST_MOTHER = 16, 48  # at the birth of a child


@dataclass(frozen=True, slots=True)
class Siblings:
    """``family`` is the number of each child's family; the ages are by family."""

    children: Places
    family: Ages
    eldest: Ages
    youngest: Ages


def settle_families(rng: np.random.Generator, settling: Settling) -> Siblings:
    """Families with a parent of plausible age; the siblings for whom none was found are given back."""
    siblings = _siblings(rng, settling)
    parent = _parents(rng, settling, siblings)
    there = np.flatnonzero(parent != NOBODY)
    home_of = np.full(len(parent), NOBODY, dtype=np.int64)
    home_of[there] = settling.found(parent[there])
    housed = home_of[siblings.family] != NOBODY
    settling.join(siblings.children[housed], home_of[siblings.family[housed]], Role.CHILD)
    _second_parents(rng, settling, parent[there])
    return Siblings(siblings.children[~housed], siblings.family[~housed], siblings.eldest, siblings.youngest)


def _siblings(rng: np.random.Generator, settling: Settling) -> Siblings:
    """Children in families of the known sizes, some years apart: the eldest first, then who fits behind them."""
    children = np.flatnonzero(settling.age < ADULT)
    age, facts = settling.age[children], known("households")
    sizes = _sizes(rng, facts["siblings"], len(children))
    first = choose(rng, (1 + age).astype(np.float64), len(sizes))
    rest = np.setdiff1d(np.arange(len(children)), first)
    behind = np.repeat(np.arange(len(sizes)), sizes - 1)
    nth = np.arange(len(behind)) - np.repeat(np.cumsum(sizes - 1) - (sizes - 1), sizes - 1) + 1
    apart = facts["years_between_siblings"]
    wanted = age[first][behind] - nth * apart["mean"] - rng.normal(0, apart["spread"], len(behind))
    family = np.empty(len(children), dtype=np.int64)
    family[first] = np.arange(len(sizes))
    family[rest[np.argsort(age[rest] + rng.random(len(rest)))]] = behind[np.argsort(wanted)]
    eldest, youngest = np.zeros(len(sizes), dtype=np.int64), np.full(len(sizes), ADULT, dtype=np.int64)
    np.maximum.at(eldest, family, age)
    np.minimum.at(youngest, family, age)
    return Siblings(children, family, eldest, youngest)


def _sizes(rng: np.random.Generator, facts: dict[str, list[float]], children: int) -> Ages:
    """Family sizes that add up to the children."""
    shares = np.asarray(facts["percent"]) / sum(facts["percent"])
    sizes = rng.choice(np.asarray(facts["sizes"], dtype=np.int64), size=children, p=shares)
    families = int(np.searchsorted(np.cumsum(sizes), children) + 1) if children else 0
    sizes = sizes[:families]
    if families:
        sizes[-1] -= sizes.sum() - children
    return sizes


def _parents(rng: np.random.Generator, settling: Settling, siblings: Siblings) -> Places:
    """The parent who is a family's reference person, or NOBODY: mostly the mother."""
    facts, families = known("households"), len(siblings.eldest)
    births = facts["mother_at_first_birth"]
    at_birth = rng.normal(births["mean"], births["spread"], families).clip(births["youngest"] + 1, births["oldest"])
    wanted = siblings.eldest + at_birth
    fathers = rng.random(families) < facts["one_parent_families"] / 100 * facts["fathers_among_them"] / 100
    parent = np.full(families, NOBODY, dtype=np.intp)
    for sex, here in ((Sex.FEMALE, ~fathers), (Sex.MALE, fathers)):
        grown = (settling.age >= ADULT) & (settling.age <= _OLDEST_PARENT_OF_CHILD) & (settling.sex == sex)
        able = settling.unhoused(grown)
        found = pair_by_age(rng, wanted[here], settling.age[able])
        parent[here] = np.where(found == NOBODY, NOBODY, able[found] if len(able) else NOBODY)
    return np.where(_plausible(settling, parent, siblings), parent, NOBODY)


def _plausible(settling: Settling, parent: Places, siblings: Siblings) -> np.ndarray:
    age = settling.age[parent]
    latest = np.where(settling.sex[parent] == Sex.FEMALE, OLDEST_MOTHER, _OLDEST_PARENT_OF_CHILD)
    return (age - siblings.eldest >= YOUNGEST_PARENT) & (age - siblings.youngest <= latest)


def _second_parents(rng: np.random.Generator, settling: Settling, parents: Places) -> None:
    """Partners for the mothers who do not bring up their children alone."""
    facts = known("households")
    alone = facts["one_parent_families"] * (100 - facts["fathers_among_them"]) / 10_000
    together = (settling.sex[parents] == Sex.FEMALE) & (rng.random(len(parents)) >= alone)
    find_partners(rng, settling, parents[together])
