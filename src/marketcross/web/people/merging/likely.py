"""Who may have two records: near names, and a birthday, a home or a telephone in common. docs/method/merging-people.md.

A name that is near is needed; the points of all that agrees must come to ``ENOUGH``. Restricted records take no part:
nobody who may not see them learns of them, and those who may compare them by hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from marketcross.web.people.finding.nearness import SAME, loss
from marketcross.web.people.finding.searching import words_near
from marketcross.web.people.models import Findable

ENOUGH = 5
POINTS = {
    "same_name": 3,
    "like_name": 2,
    "same_birthday": 3,
    "swapped_birthday": 2,
    "same_postcode": 2,
    "same_telephone": 1,
    "other_birthday": -2,
}
_DAY = len("*1940-03-02")
_OTHER_SIGNS = "^@*#=+&!"


@dataclass(frozen=True, slots=True, order=True)
class Likely:
    """Another record that may be of the same person; ``reasons`` are keys of ``POINTS``."""

    points: int
    person: UUID
    reasons: tuple[str, ...]


def likely_same(person: UUID) -> list[Likely]:
    """The records that may be of this person, the likeliest first."""
    held = Findable.objects.filter(person=person).values_list("keys", flat=True).first()
    if not held:
        return []
    keys = set(held)
    shared = [key for key in keys if key[0] == "+"] + [*_postcodes(keys), *_birthdays(keys), *_swapped(keys)]
    near = [word for found in words_near(_names(keys)).values() for word, _lost in found]
    rows = Findable.objects.filter(Q(keys__overlap=shared), keys__overlap=near).exclude(person=person)
    found = [judged(keys, set(row.keys), row.person_id) for row in rows]
    return sorted((one for one in found if one.points >= ENOUGH), key=lambda one: (-one.points, one.person))


def judged(one: set[str], other: set[str], person: UUID) -> Likely:
    """What speaks for and against two sets of keys being one person's; 0 points where the names are not near."""
    name = _name(one, other)
    reasons = [name] if name else []
    reasons += _birthday(one, other)
    reasons += ["same_postcode"] if _postcodes(one) & _postcodes(other) else []
    reasons += ["same_telephone"] if {key for key in one & other if key[0] == "+"} else []
    points = sum(POINTS[reason] for reason in reasons) if name else 0
    return Likely(points, person, tuple(reasons))


def _name(one: set[str], other: set[str]) -> str:
    """Whether each word of the shorter name has its like in the other."""
    few, many = sorted((_names(one), _names(other)), key=len)
    lost = [min((got for held in many if (got := loss(word, held)) is not None), default=None) for word in few]
    if not few or None in lost:
        return ""
    return "same_name" if all(got == SAME for got in lost) else "like_name"


def _birthday(one: set[str], other: set[str]) -> list[str]:
    if not (_birthdays(one) and _birthdays(other)):
        return []
    if _birthdays(one) & _birthdays(other):
        return ["same_birthday"]
    return ["swapped_birthday"] if _swapped(one) & _birthdays(other) else ["other_birthday"]


def _names(keys: Iterable[str]) -> set[str]:
    return {key for key in keys if key[0] not in _OTHER_SIGNS}


def _birthdays(keys: Iterable[str]) -> set[str]:
    return {key for key in keys if key[0] == "*" and len(key) == _DAY}


def _swapped(keys: Iterable[str]) -> set[str]:
    """The birthdays with day and month changed about, where that is a day."""
    days = [date.fromisoformat(key[1:]) for key in _birthdays(keys)]
    return {f"*{day.replace(month=day.day, day=day.month):%Y-%m-%d}" for day in days if day.day <= 12}


def _postcodes(keys: Iterable[str]) -> set[str]:
    """Whole postcodes: longer than a first half, and without the space of a sector."""
    return {key for key in keys if key[0] == "=" and " " not in key and len(key) > len("=zx10")}
