"""The eligibility regulations once more, slowly and plainly, from their text alone: what judges the fast version.

It shares nothing with the engine: a person is a dictionary of words, and each sentence of the regulation is a function.
"""

from typing import Any

Person = dict[str, Any]

ADULTS_OUTCOMES = {  # regulation 2(2)
    "a": "nutrition",
    "b": "hygiene",
    "c": "toilet",
    "d": "clothing",
    "e": "home_safety",
    "f": "habitable_home",
    "g": "relationships",
    "h": "work",
    "i": "community",
    "j": "caring_for_child",
}
CARERS_OUTCOMES = {  # regulation 3(2)(b)
    "i": "caring_for_child",
    "ii": "caring_for_others",
    "iii": "habitable_home",
    "iv": "nutrition",
    "v": "relationships",
    "vi": "work",
    "vii": "community",
    "viii": "recreation",
}


def adult_is_regarded_as_unable(recorded: set[str]) -> bool:
    """Regulation 2(3): any of (a) to (d)."""
    a = "needs_help" in recorded
    b = "pain_distress_anxiety" in recorded
    c = "danger" in recorded
    d = "takes_longer" in recorded
    return a or b or c or d


def carer_is_regarded_as_unable(recorded: set[str]) -> bool:
    """Regulation 3(3): any of (a) to (c)."""
    a = "needs_help" in recorded
    b = "pain_distress_anxiety" in recorded
    c = "danger" in recorded
    return a or b or c


def adults_outcomes_not_achieved(person: Person) -> set[str]:
    return {name for name in ADULTS_OUTCOMES.values() if adult_is_regarded_as_unable(person[name])}


def carers_outcomes_not_achieved(person: Person) -> set[str]:
    return {name for name in CARERS_OUTCOMES.values() if carer_is_regarded_as_unable(person[name])}


def adults_needs_meet_the_criteria(person: Person) -> tuple[bool, bool, bool]:
    """Regulation 2(1): (a), (b) and (c)."""
    a = person["impairment"]
    b = len(adults_outcomes_not_achieved(person)) >= 2
    c = person["significant_impact"]
    return a, b, c


def carers_needs_meet_the_criteria(person: Person) -> tuple[bool, bool, bool]:
    """Regulation 3(1): (a), (b) by any of the circumstances of 3(2), and (c)."""
    a = person["necessary_care"]
    circumstance_a = person["health_at_risk"]
    circumstance_b = len(carers_outcomes_not_achieved(person)) > 0
    c = person["significant_impact"]
    return a, circumstance_a or circumstance_b, c


def decide(person: Person) -> dict[str, Any]:
    """The decision, the conditions and the outcomes not achieved."""
    carer = person["assessment"] == "carer"
    conditions = (carers_needs_meet_the_criteria if carer else adults_needs_meet_the_criteria)(person)
    unable = (carers_outcomes_not_achieved if carer else adults_outcomes_not_achieved)(person)
    return {"eligible": all(conditions), "conditions": conditions, "unable": unable}
