"""Facts that cannot all be true, or that need another fact beside them: what is wrong, and what would be right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.charging.facts import FACTS, HomeKeptBy, LightTouch, Nursing, Setting, Stay
from marketcross.engine.rules.charging.terms import Terms
from marketcross.engine.vocabulary.column import NO_DATE, Kind

OLDEST = 120 * 366  # days
Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Contradiction:
    """``holds`` is given the facts (arrays, or plain defaults) and the terms, and says for which rows it is so."""

    column: str
    wrong: str
    right: str
    holds: Callable[[Facts, Terms], Any]


def found(columns: Mapping[str, NDArray[np.generic]], rows: int, terms: Terms) -> list[tuple[int, Contradiction]]:
    """Every contradiction with the index of its row, in the order of rows."""
    defaults = {column.name: column.default for column in FACTS if column.kind is not Kind.TEXT}
    facts = {**defaults, **{name: np.asarray(column) for name, column in columns.items()}}
    hits = []
    for check in CONTRADICTIONS:
        mask = np.broadcast_to(np.asarray(check.holds(facts, terms), bool), rows)
        hits += [(int(row), check) for row in np.flatnonzero(mask)]
    return sorted(hits, key=lambda hit: hit[0])


def _in_care_home(f: Facts) -> Any:
    return (f["setting"] == Setting.CARE_HOME) | (f["setting"] == Setting.NURSING_HOME)


def _permanent(f: Facts) -> Any:
    return _in_care_home(f) & (f["stay"] == Stay.PERMANENT)


def _both(one: Any, other: Any) -> Any:
    return np.asarray(one, bool) & np.asarray(other, bool)


def _given(cell: Any) -> Any:
    return np.asarray(cell) != 0


CONTRADICTIONS = (
    Contradiction(
        "born",
        "is after the day of the charge.",
        "Check the year of birth.",
        lambda f, t: f["born"] > t.on.toordinal(),
    ),
    Contradiction(
        "born",
        "makes the person younger than 18 on the day.",
        "These rules are for adults; a child's care is not charged under them.",
        lambda f, t: (f["born"] > t.adult_if_born_by.toordinal()) & (f["born"] <= t.on.toordinal()),
    ),
    Contradiction(
        "born",
        "makes the person older than 120.",
        "Check the century of birth.",
        lambda f, t: f["born"] < t.on.toordinal() - OLDEST,
    ),
    Contradiction(
        "partner_born",
        "is given, but the person is not one of a couple.",
        "Set couple to yes, or leave partner_born empty.",
        lambda f, t: _both(_given(f["partner_born"]), ~_given(f["couple"])),
    ),
    Contradiction(
        "partner_born",
        "is after the day of the charge.",
        "Check the partner's year of birth.",
        lambda f, t: f["partner_born"] > t.on.toordinal(),
    ),
    Contradiction(
        "cost_of_care",
        "is less than the parts of it that are named.",
        "It holds the aftercare, reablement and equipment costs too.",
        lambda f, t: f["aftercare_cost"] + f["reablement_cost"] + f["equipment_cost"] > f["cost_of_care"],
    ),
    Contradiction(
        "reablement_week",
        "is missing beside a reablement cost.",
        "Write which week of the reablement it is; 1 is the first.",
        lambda f, t: _both(_given(f["reablement_cost"]), f["reablement_week"] == 0),
    ),
    Contradiction(
        "stay",
        "is temporary, but the care is not in a care home.",
        "A temporary stay needs the setting care_home or nursing_home.",
        lambda f, t: _both(f["stay"] == Stay.TEMPORARY, ~np.asarray(_in_care_home(f), bool)),
    ),
    Contradiction(
        "weeks_of_stay",
        "is missing beside a temporary stay.",
        "Write how many weeks the stay is expected to last.",
        lambda f, t: _both(f["stay"] == Stay.TEMPORARY, f["weeks_of_stay"] == 0),
    ),
    Contradiction(
        "weeks_of_stay",
        "is given beside a permanent stay.",
        "Leave it empty, or set stay to temporary.",
        lambda f, t: _both(f["stay"] == Stay.PERMANENT, _given(f["weeks_of_stay"])),
    ),
    Contradiction(
        "weeks_in_care_home",
        "is given, but the person does not live in a care home for good.",
        "The first twelve weeks count only from becoming a permanent resident.",
        lambda f, t: _both(_given(f["weeks_in_care_home"]), ~np.asarray(_permanent(f), bool)),
    ),
    Contradiction(
        "home_kept_by",
        "names somebody, but the person owns no home.",
        "Give home_value, or set home_kept_by to nobody.",
        lambda f, t: _both(f["home_kept_by"] != HomeKeptBy.NOBODY, f["home_value"] == 0),
    ),
    Contradiction(
        "home_debt",
        "is given without a home_value.",
        "Give the home's value, or leave the debt empty.",
        lambda f, t: _both(_given(f["home_debt"]), f["home_value"] == 0),
    ),
    Contradiction(
        "other_property_debt",
        "is given without other_property.",
        "Give the property's value, or leave the debt empty.",
        lambda f, t: _both(_given(f["other_property_debt"]), f["other_property"] == 0),
    ),
    Contradiction(
        "disability_benefit_night",
        "is more than the disability benefit.",
        "It is the part of disability_benefit that is paid for the night.",
        lambda f, t: f["disability_benefit_night"] > f["disability_benefit"],
    ),
    Contradiction(
        "qualifies_for_savings_disregard",
        "is yes beside a savings credit.",
        "The flat disregard is for those who receive no savings credit.",
        lambda f, t: _both(f["qualifies_for_savings_disregard"], _given(f["savings_credit"])),
    ),
    Contradiction(
        "half_pension_to_partner",
        "is yes without a private pension.",
        "Give private_pension, or write no.",
        lambda f, t: _both(f["half_pension_to_partner"], f["private_pension"] == 0),
    ),
    Contradiction(
        "funded_nursing_care",
        "is paid only in a nursing home.",
        "Set setting to nursing_home, or funded_nursing_care to none.",
        lambda f, t: _both(f["funded_nursing_care"] != Nursing.NONE, f["setting"] != Setting.NURSING_HOME),
    ),
    Contradiction(
        "funded_nursing_care",
        "is not paid beside NHS continuing healthcare.",
        "Set one of the two to none or no.",
        lambda f, t: _both(f["funded_nursing_care"] != Nursing.NONE, f["nhs_continuing_healthcare"]),
    ),
    Contradiction(
        "light_touch",
        "has not been agreed to.",
        "Set light_touch_consent to yes, or assess in full.",
        lambda f, t: _both(f["light_touch"] != LightTouch.NONE, ~_given(f["light_touch_consent"])),
    ),
    Contradiction(
        "light_touch",
        "cannot stand beside a refused assessment.",
        "Set refuses_assessment to no, or light_touch to none.",
        lambda f, t: _both(f["light_touch"] != LightTouch.NONE, f["refuses_assessment"]),
    ),
    Contradiction(
        "already_deferred",
        "is given, but no deferred payment agreement is asked for.",
        "Set wants_deferred_payment to yes.",
        lambda f, t: _both(_given(f["already_deferred"]), ~_given(f["wants_deferred_payment"])),
    ),
)

assert NO_DATE == 0  # 'given' above takes a date of 0 for none
