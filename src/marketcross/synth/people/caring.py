"""Unpaid carers, and whom they care for: somebody of their household, or of another in the neighbourhood."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marketcross.synth.people.codes import CaredFor, Hours, Limited, Role, Sex
from marketcross.synth.people.known import ADULT, Numbers, by_age, known
from marketcross.synth.people.matching import Ages, Places, choose

_GENERATION = 16
_OLDER_CARED_FOR = 45


@dataclass(frozen=True, slots=True)
class Caring:
    """Arrays by carer; people are places among the neighbourhood's people, who come household by household."""

    carer: Places
    cared_for: Places
    cared_for_is: Ages
    lives_with: NDArray[np.bool_]
    hours: Ages


@dataclass(frozen=True, slots=True)
class _Needing:
    """People whose life is limited, by household; ``before`` and ``here`` count them by each person's household."""

    people: Places
    before: Ages
    here: Ages


def caring(
    rng: np.random.Generator,
    age: Ages,
    sex: Ages,
    home: Ages,
    role: Ages,
    limited: Ages,
    carers: int,
    many_hours: float,
) -> Caring:
    """So many carers, or as many as have somebody to care for. ``home`` never falls."""
    at_home = _needing(home, limited != Limited.NO)
    elsewhere = _needing(home, (limited != Limited.NO) & (age >= _OLDER_CARED_FOR))
    others_at_home = at_home.here - (limited != Limited.NO)
    others_elsewhere = len(elsewhere.people) - elsewhere.here
    able = (others_at_home > 0) | ((others_elsewhere > 0) & (age >= ADULT))
    carer = choose(rng, _weights(age, sex, limited, others_at_home) * able, carers)
    stays = rng.random(len(carer)) < known("caring")["living_together"]["care_at_home_percent"] / 100
    inside = (others_at_home[carer] > 0) & (stays | (age[carer] < ADULT) | (others_elsewhere[carer] == 0))
    cared_for = np.where(
        inside, _at_home(rng, at_home, carer, others_at_home, limited), _elsewhere(rng, elsewhere, carer)
    )
    is_what = _relation(rng, age, role, carer, cared_for, inside)
    return Caring(carer, cared_for, is_what, inside, _hours(rng, age[carer], inside, many_hours))


def _needing(home: Ages, needs: NDArray[np.bool_]) -> _Needing:
    people = np.flatnonzero(needs)
    homes = int(home[-1]) + 1 if len(home) else 0
    counts = np.bincount(home[people], minlength=homes)
    return _Needing(people, (np.cumsum(counts) - counts)[home], counts[home])


def _weights(age: Ages, sex: Ages, limited: Ages, others_at_home: Ages) -> Numbers:
    facts = known("caring")
    likely = np.stack([by_age(facts["by_age"]["first_ages"], facts["by_age"][one.name.lower()]) for one in Sex])
    together = np.where(others_at_home > 0, facts["living_together"]["times_likelier"], 1.0)
    weights: Numbers = likely[sex, age] * together * np.where(limited == Limited.A_LOT, 0.5, 1.0)
    return weights


def _at_home(rng: np.random.Generator, needing: _Needing, carer: Places, others: Ages, limited: Ages) -> Places:
    """Somebody of the household who is not the carer: the carer's own place in its list is passed over."""
    nth = np.floor(rng.random(len(carer)) * others[carer]).astype(np.int64)
    own = np.searchsorted(needing.people, carer) - needing.before[carer]
    nth += (limited[carer] != Limited.NO) & (nth >= own)
    return _of(needing, needing.before[carer] + nth)


def _elsewhere(rng: np.random.Generator, needing: _Needing, carer: Places) -> Places:
    """Somebody of another household: the carer's own household is passed over."""
    others = len(needing.people) - needing.here[carer]
    nth = np.floor(rng.random(len(carer)) * others).astype(np.int64)
    nth += np.where(nth >= needing.before[carer], needing.here[carer], 0)
    return _of(needing, nth)


def _of(needing: _Needing, nth: Ages) -> Places:
    """Out-of-range places belong to carers who care in the other way, and are not used."""
    if not len(needing.people):
        return np.zeros(len(nth), dtype=np.intp)
    found: Places = needing.people[nth.clip(0, len(needing.people) - 1)]
    return found


def _relation(
    rng: np.random.Generator, age: Ages, role: Ages, carer: Places, cared_for: Places, inside: NDArray[np.bool_]
) -> Ages:
    """What the person cared for is to the carer, by their roles at home, or by age where they live apart."""
    one, other = role[carer], role[cared_for]
    head, other_head = one <= Role.PARTNER, other <= Role.PARTNER
    drawn = rng.random(len(carer))
    older = age[cared_for] - age[carer] >= _GENERATION
    return np.select(
        [
            inside & head & other_head,
            inside & ((one == Role.CHILD) & other_head | (one == Role.REFERENCE) & (other == Role.PARENT)),
            inside & (head & (other == Role.CHILD) | (one == Role.PARENT) & (other == Role.REFERENCE)),
            inside & ((one == Role.SHARER) | (other == Role.SHARER)),
            inside,
            older & (drawn < 0.6),
            drawn < 0.75,
        ],
        [
            CaredFor.PARTNER,
            CaredFor.PARENT,
            CaredFor.CHILD,
            CaredFor.FRIEND_OR_NEIGHBOUR,
            CaredFor.RELATIVE,
            CaredFor.PARENT,
            CaredFor.RELATIVE,
        ],
        CaredFor.FRIEND_OR_NEIGHBOUR,
    ).astype(np.int64)


def _hours(rng: np.random.Generator, age: Ages, inside: NDArray[np.bool_], many_hours: float) -> Ages:
    """Bands in their shares, to one carer; more hours for those who live together, fewer for children."""
    people = np.asarray(known("caring")["hours"]["people"], dtype=np.float64)
    shares = np.append(people[:-1] / people[:-1].sum() * (1 - many_hours), many_hours)
    score = rng.logistic(size=len(age)) + 2.0 * inside - 2.0 * (age < ADULT)
    upto = np.rint(np.cumsum(shares) * len(age)).astype(np.int64)
    hours: Ages = np.empty(len(age), dtype=np.int64)
    hours[np.argsort(score)] = np.searchsorted(upto, np.arange(len(age)), side="right")
    return np.minimum(hours, int(Hours.AT_LEAST_50))
