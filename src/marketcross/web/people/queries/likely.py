"""Who in the register may be the person that somebody is about to add."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from marketcross.web.core.models import User

from .summary import PersonSummary


def likely(user: User, facts: Mapping[str, Any], on: date) -> list[PersonSummary]:
    """People whom ``user`` may know of and who may be the same: none who is restricted."""
    from marketcross.web.people.finding import find

    name = " ".join(str(facts.get(part) or "") for part in ("given", "family")).strip()
    near = find(user, name, on) if name else []
    born, about, number = facts.get("born_on"), facts.get("born_about"), facts.get("nhs_number")
    by_number = find(user, str(number), on) if number else []
    same = [one for one in near if _could_be(one, born, about)]
    return list({one.id: one for one in [*by_number, *same]}.values())[:5]


def _could_be(one: PersonSummary, born: date | None, about: int | None) -> bool:
    """Whether what is known of the births does not tell two people apart."""
    year = born.year if born else about
    other = one.born_on.year if one.born_on else one.born_about
    return year is None or other is None or abs(year - other) <= 1
