"""Grown children with their parents, old parents with a grown child, people who share, and people alone."""

import numpy as np

from marketcross.synth.people.codes import Role
from marketcross.synth.people.homes.families import OLDEST_MOTHER, YOUNGEST_PARENT, Siblings
from marketcross.synth.people.homes.settling import UNHOUSED, Settling
from marketcross.synth.people.known import ADULT, known, percent_by_age
from marketcross.synth.people.matching import NOBODY, Places, pair_by_age, pick

_HOST_FROM, _HOST_TO = 36, 100
_USUAL_GENERATION, _SPREAD_OF_GENERATIONS = 30, 5.0


def settle_others(rng: np.random.Generator, settling: Settling, left: Siblings) -> None:
    """Everybody who is left has a home after this."""
    _with_parents(rng, settling)
    _with_grown_child(rng, settling)
    _sharing(rng, settling)
    settling.found(settling.unhoused(settling.age >= ADULT))
    _looked_after(rng, settling, left)


def _likely(rng: np.random.Generator, settling: Settling, key: str) -> Places:
    """Adults without a home who do what the known shares by age say."""
    able = settling.unhoused(settling.age >= ADULT)
    return able[rng.random(len(able)) < percent_by_age(known("households")[key])[settling.age[able]]]


def _with_parents(rng: np.random.Generator, settling: Settling) -> None:
    """Twice, so that a parent may have two at home. A parent who had no home so far then has one."""
    for part in np.array_split(rng.permutation(_likely(rng, settling, "with_parents")), 2):
        part = part[settling.home[part] == UNHOUSED]  # the first round may have made somebody a host
        lone = settling.unhoused((settling.age >= _HOST_FROM) & (settling.age <= _HOST_TO))
        hosts = np.union1d(settling.references(), rng.permutation(np.setdiff1d(lone, part))[: len(lone) // 3])
        grown, host = _a_generation_apart(rng, settling, part, hosts, younger=True)
        settling.found(host[settling.home[host] == UNHOUSED])
        settling.join(grown, settling.home[host], Role.CHILD)


def _with_grown_child(rng: np.random.Generator, settling: Settling) -> None:
    old = _likely(rng, settling, "with_grown_child")
    parents, host = _a_generation_apart(rng, settling, old, settling.references(), younger=False)
    settling.join(parents, settling.home[host], Role.PARENT)


def _a_generation_apart(
    rng: np.random.Generator, settling: Settling, people: Places, hosts: Places, *, younger: bool
) -> tuple[Places, Places]:
    """People and their hosts, where a host is of an age to be their parent (or, if not ``younger``, their child)."""
    births = known("households")["mother_at_first_birth"]["mean"]
    gap = rng.normal(births, _SPREAD_OF_GENERATIONS, len(people)) * (1 if younger else -1)
    hosts = hosts[~np.isin(hosts, people)]
    paired = pair_by_age(rng, settling.age[people] + gap, settling.age[hosts])
    people, host = people[paired != NOBODY], hosts[paired[paired != NOBODY]]
    apart = (settling.age[host] - settling.age[people]) * (1 if younger else -1)
    fits = (apart >= YOUNGEST_PARENT) & (apart <= OLDEST_MOTHER)
    return people[fits], host[fits]


def _sharing(rng: np.random.Generator, settling: Settling) -> None:
    """Adults of about one age who share a home; the first is its reference person."""
    facts = known("households")["sharing"]
    some = _likely(rng, settling, "sharing")
    some = some[np.argsort(settling.age[some] + 4 * rng.random(len(some)))]
    sizes = np.asarray(facts["sizes"])[pick(rng, np.asarray(facts["size_percent"], dtype=np.float64), len(some))]
    sharing = np.repeat(np.arange(len(some)), sizes)[: len(some)]
    first = np.diff(sharing, prepend=-1) != 0
    homes = settling.found(some[first])
    settling.join(some[~first], homes[sharing[~first]], Role.SHARER)


def _looked_after(rng: np.random.Generator, settling: Settling, left: Siblings) -> None:
    """Siblings for whom no parent was found: with somebody who could be one, else with a relative."""
    if not len(left.children):
        return
    references = settling.references()
    families, place = np.unique(left.family, return_inverse=True)
    paired = pair_by_age(rng, (left.eldest[families] + _USUAL_GENERATION).astype(np.float64), settling.age[references])
    anybody = references[rng.integers(len(references), size=len(families))]
    host = np.where(paired == NOBODY, anybody, references[paired])
    able = (settling.age[host] - left.eldest[families] >= YOUNGEST_PARENT) & (
        settling.age[host] - left.youngest[families] <= OLDEST_MOTHER
    )
    settling.join(left.children, settling.home[host][place], Role.RELATIVE)
    settling.role[left.children[able[place]]] = Role.CHILD
