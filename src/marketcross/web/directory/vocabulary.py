"""The directory's code lists: who something is for, when it is on, and what it costs."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _

EVERYBODY = "everybody"
ANY = "any"

GROUPS: dict[str, Any] = {
    "everybody": _("Everybody"),
    "older_people": _("Older people"),
    "learning_disability": _("People with a learning disability"),
    "autism": _("Autistic people"),
    "physical_disability": _("People with a physical disability"),
    "sensory_loss": _("People with sight or hearing loss"),
    "mental_health": _("People with a mental health condition"),
    "dementia": _("People with dementia"),
    "carers": _("Carers"),
    "men": _("Men"),
    "women": _("Women"),
    "young_adults": _("Young adults"),
}

TIMES: dict[str, Any] = {
    "any": _("Any time"),
    "weekday_morning": _("Weekday mornings"),
    "weekday_afternoon": _("Weekday afternoons"),
    "weekday_evening": _("Weekday evenings"),
    "weekend": _("Weekends"),
    "overnight": _("Overnight"),
}

PRICES: dict[str, Any] = {
    "any": _("Any price"),
    "free": _("Free"),
    "up_to_5": _("Up to £5 a session"),
    "up_to_15": _("Up to £15 a session"),
    "up_to_30": _("Up to £30 a session"),
}
# The most that a session may cost, in pence; any price has no most.
MOST_PENCE: dict[str, int | None] = {"any": None, "free": 0, "up_to_5": 500, "up_to_15": 1_500, "up_to_30": 3_000}

DAYS: dict[int, Any] = {
    1: _("Monday"),
    2: _("Tuesday"),
    3: _("Wednesday"),
    4: _("Thursday"),
    5: _("Friday"),
    6: _("Saturday"),
    7: _("Sunday"),
}

NOON, EVENING = time(12), time(17)


@dataclass(frozen=True, slots=True)
class Hours:
    """When something is on: a day of the week (1 is Monday), from when until when; overnight ends the next morning."""

    day: int
    opens: time
    closes: time
    overnight: bool = False


def times_of(hours: Hours) -> frozenset[str]:
    """The codes of TIMES that opening hours touch. A morning ends at 12:00, an afternoon at 17:00."""
    if hours.overnight:
        return frozenset({"overnight"})
    if hours.day > 5:
        return frozenset({"weekend"})
    parts = {
        "weekday_morning": hours.opens < NOON,
        "weekday_afternoon": hours.opens < EVENING and hours.closes > NOON,
        "weekday_evening": hours.closes > EVENING,
    }
    return frozenset(name for name, touched in parts.items() if touched)
