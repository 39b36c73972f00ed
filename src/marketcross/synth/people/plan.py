"""What is to be made, in whole people, before anybody is: how many of each age and sex live in each neighbourhood."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from marketcross.synth.people.ethnic_groups import group_shares
from marketcross.synth.people.fitting.by_age import fitted_ages
from marketcross.synth.people.fitting.by_place import fitted_places
from marketcross.synth.people.fitting.likeness import Likeness
from marketcross.synth.people.fitting.one_number import fitted_number
from marketcross.synth.people.geography import Geography, geography, places_of
from marketcross.synth.people.known import ADULT, AGES, OLDER, Numbers, known
from marketcross.synth.people.matching import Ages, spread

MOST_PEOPLE = 10_000_000  # the made postcodes do not reach further
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Plan:
    """``ages`` counts people by age and sex; ``groups`` children, adults under 65 and older people by neighbourhood.

    ``contradicts`` names for each printed figure that could not be held those that it contradicts.
    """

    like: Likeness
    people: int
    on: date
    ages: Ages
    groups: Ages
    geography: Geography
    carers: Ages
    carers_50_hours: Numbers  # the share of a neighbourhood's carers
    owned: Numbers  # the share of homes, by neighbourhood
    ethnicity: Numbers  # shares by group, in the order of Ethnicity
    contradicts: dict[str, tuple[str, ...]]

    @property
    def neighbourhoods(self) -> int:
        return len(self.groups)


def plan(people: int, on: date, like: Likeness | None = None) -> Plan:
    """Fit people to what is printed and share them out. Raises ValueError for too many or a day out of reach."""
    if not 0 <= people <= MOST_PEOPLE:
        raise ValueError(f"{people:,} people cannot be made: between 0 and {MOST_PEOPLE:,}.")
    if not FIRST_DAY <= on <= LAST_DAY:
        raise ValueError(f"People cannot be made for {on}: the day must lie between {FIRST_DAY} and {LAST_DAY}.")
    like = like or Likeness("Made borough")
    fitted = fitted_ages(like)
    shares = fitted.shares
    places = fitted_places(places_of(like), float(shares[OLDER:].sum()))
    ages = spread(shares.ravel(), people).reshape(AGES, -1)
    weight = places.older * shares[OLDER:].sum() + places.younger * shares[:OLDER].sum()
    where = geography(like, people, weight)
    groups = _groups(ages, where, places.older, places.younger)
    carers = fitted_number(like.carers, fitted.total)
    share = known("caring")["share_of_people"]["percent"] / 100 if carers.share is None else carers.share
    many_hours = fitted_number(like.carers_50_hours, fitted.total)
    ethnicity, clash = group_shares(like.black, like.not_white)
    return Plan(
        like=like,
        people=people,
        on=on,
        ages=ages,
        groups=groups,
        geography=where,
        carers=spread(groups.sum(axis=1).astype(np.float64), round(people * share)),
        carers_50_hours=np.full(len(groups), _of_carers(many_hours.share, share)),
        owned=_owned(like, where),
        ethnicity=ethnicity,
        contradicts=fitted.contradicts | places.contradicts | carers.contradicts | many_hours.contradicts | clash,
    )


def _groups(ages: Ages, where: Geography, older: Numbers, younger: Numbers) -> Ages:
    """Children, adults under 65 and older people by neighbourhood; no neighbourhood has children and nobody else."""
    in_place = np.bincount(where.place)[where.place]
    shared = [younger[where.place] / in_place, younger[where.place] / in_place, older[where.place] / in_place]
    totals = [ages[:ADULT].sum(), ages[ADULT:OLDER].sum(), ages[OLDER:].sum()]
    groups = np.stack([spread(share, int(total)) for share, total in zip(shared, totals, strict=True)], axis=1)
    alone = groups[:, 1:].sum(axis=1) == 0
    groups[groups[:, 1].argmax(), 0] += groups[alone, 0].sum()
    groups[alone, 0] = 0
    return groups


def _of_carers(of_people: float | None, carers: float) -> float:
    hours = known("caring")["hours"]["people"]
    return float(hours[-1] / sum(hours)) if of_people is None else min(of_people / carers, 1.0)


def _owned(like: Likeness, where: Geography) -> Numbers:
    usual = known("households")["homes"]["owned_percent"]
    printed = [float(place.owned.value) if place.owned else usual for place in where.places]
    return np.asarray(printed)[where.place] / 100
