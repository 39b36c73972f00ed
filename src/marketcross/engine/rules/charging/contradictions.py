"""Facts that cannot all be true, or that need another fact beside them: what is wrong, and what would be right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.charging.facts import FACTS, HomeKeptBy, LightTouch, Nursing, Setting, Stay
from marketcross.engine.rules.charging.terms import Terms
from marketcross.engine.rules.contradiction import Contradiction, in_order, where
from marketcross.engine.vocabulary.column import Kind

OLDEST = 120 * 366  # days
Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Check:
    """``holds`` is given the facts (arrays, or plain defaults) and the terms, and says for which rows it is so.

    A date that was not given is 0, so that 'given' is 'not 0' for dates as for amounts.
    """

    column: str
    wrong: str
    right: str
    holds: Callable[[Facts, Terms], Any]


def contradictions(columns: Mapping[str, NDArray[np.generic]], rows: int, terms: Terms) -> list[Contradiction]:
    """Every contradiction of every row, in the order of rows. Absent columns hold their defaults."""
    defaults = {column.name: column.default for column in FACTS if column.kind is not Kind.TEXT}
    facts = {**defaults, **{name: np.asarray(column) for name, column in columns.items()}}
    found: list[Contradiction] = []
    for check in CHECKS:
        holds = np.broadcast_to(np.asarray(check.holds(facts, terms), bool), rows)
        found += where(holds, check.column, check.wrong, check.right)
    return in_order(found)


def _in_care_home(f: Facts) -> Any:
    return (f["setting"] == Setting.CARE_HOME) | (f["setting"] == Setting.NURSING_HOME)


def _permanent(f: Facts) -> Any:
    return _in_care_home(f) & (f["stay"] == Stay.PERMANENT)


def _both(one: Any, other: Any) -> Any:
    return np.asarray(one, bool) & np.asarray(other, bool)


def _given(cell: Any) -> Any:
    return np.asarray(cell) != 0


CHECKS = (
    Check(
        "born",
        "is after the day of the charge.",
        "Check the year of birth.",
        lambda f, t: f["born"] > t.on.toordinal(),
    ),
    Check(
        "born",
        "makes the person younger than 18 on the day.",
        "These rules are for adults; a child's care is not charged under them.",
        lambda f, t: (f["born"] > t.adult_if_born_by.toordinal()) & (f["born"] <= t.on.toordinal()),
    ),
    Check(
        "born",
        "makes the person older than 120.",
        "Check the century of birth.",
        lambda f, t: f["born"] < t.on.toordinal() - OLDEST,
    ),
    Check(
        "partner_born",
        "is given, but the person is not one of a couple.",
        "Set couple to yes, or leave partner_born empty.",
        lambda f, t: _both(_given(f["partner_born"]), ~_given(f["couple"])),
    ),
    Check(
        "partner_born",
        "is after the day of the charge.",
        "Check the partner's year of birth.",
        lambda f, t: f["partner_born"] > t.on.toordinal(),
    ),
    Check(
        "cost_of_care",
        "is less than the parts of it that are named.",
        "It holds the aftercare, reablement and equipment costs too.",
        lambda f, t: f["aftercare_cost"] + f["reablement_cost"] + f["equipment_cost"] > f["cost_of_care"],
    ),
    Check(
        "reablement_week",
        "is missing beside a reablement cost.",
        "Write which week of the reablement it is; 1 is the first.",
        lambda f, t: _both(_given(f["reablement_cost"]), f["reablement_week"] == 0),
    ),
    Check(
        "stay",
        "is temporary, but the care is not in a care home.",
        "A temporary stay needs the setting care_home or nursing_home.",
        lambda f, t: _both(f["stay"] == Stay.TEMPORARY, ~np.asarray(_in_care_home(f), bool)),
    ),
    Check(
        "weeks_of_stay",
        "is missing beside a temporary stay.",
        "Write how many weeks the stay is expected to last.",
        lambda f, t: _both(f["stay"] == Stay.TEMPORARY, f["weeks_of_stay"] == 0),
    ),
    Check(
        "weeks_of_stay",
        "is given beside a permanent stay.",
        "Leave it empty, or set stay to temporary.",
        lambda f, t: _both(f["stay"] == Stay.PERMANENT, _given(f["weeks_of_stay"])),
    ),
    Check(
        "weeks_in_care_home",
        "is given, but the person does not live in a care home for good.",
        "The first twelve weeks count only from becoming a permanent resident.",
        lambda f, t: _both(_given(f["weeks_in_care_home"]), ~np.asarray(_permanent(f), bool)),
    ),
    Check(
        "home_kept_by",
        "names somebody, but the person owns no home.",
        "Give home_value, or set home_kept_by to nobody.",
        lambda f, t: _both(f["home_kept_by"] != HomeKeptBy.NOBODY, f["home_value"] == 0),
    ),
    Check(
        "home_debt",
        "is given without a home_value.",
        "Give the home's value, or leave the debt empty.",
        lambda f, t: _both(_given(f["home_debt"]), f["home_value"] == 0),
    ),
    Check(
        "other_property_debt",
        "is given without other_property.",
        "Give the property's value, or leave the debt empty.",
        lambda f, t: _both(_given(f["other_property_debt"]), f["other_property"] == 0),
    ),
    Check(
        "disability_benefit_night",
        "is more than the disability benefit.",
        "It is the part of disability_benefit that is paid for the night.",
        lambda f, t: f["disability_benefit_night"] > f["disability_benefit"],
    ),
    Check(
        "qualifies_for_savings_disregard",
        "is yes beside a savings credit.",
        "The flat disregard is for those who receive no savings credit.",
        lambda f, t: _both(f["qualifies_for_savings_disregard"], _given(f["savings_credit"])),
    ),
    Check(
        "half_pension_to_partner",
        "is yes without a private pension.",
        "Give private_pension, or write no.",
        lambda f, t: _both(f["half_pension_to_partner"], f["private_pension"] == 0),
    ),
    Check(
        "funded_nursing_care",
        "is paid only in a nursing home.",
        "Set setting to nursing_home, or funded_nursing_care to none.",
        lambda f, t: _both(f["funded_nursing_care"] != Nursing.NONE, f["setting"] != Setting.NURSING_HOME),
    ),
    Check(
        "funded_nursing_care",
        "is not paid beside NHS continuing healthcare.",
        "Set one of the two to none or no.",
        lambda f, t: _both(f["funded_nursing_care"] != Nursing.NONE, f["nhs_continuing_healthcare"]),
    ),
    Check(
        "light_touch",
        "has not been agreed to.",
        "Set light_touch_consent to yes, or assess in full.",
        lambda f, t: _both(f["light_touch"] != LightTouch.NONE, ~_given(f["light_touch_consent"])),
    ),
    Check(
        "light_touch",
        "cannot stand beside a refused assessment.",
        "Set refuses_assessment to no, or light_touch to none.",
        lambda f, t: _both(f["light_touch"] != LightTouch.NONE, f["refuses_assessment"]),
    ),
    Check(
        "already_deferred",
        "is given, but no deferred payment agreement is asked for.",
        "Set wants_deferred_payment to yes.",
        lambda f, t: _both(_given(f["already_deferred"]), ~_given(f["wants_deferred_payment"])),
    ),
)
