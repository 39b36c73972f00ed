"""Which looks at records somebody should ask about: rules over what the audit holds. Each is a question, not a verdict.

docs/method/people.md has the rules in prose. Everything is decided from looks that were gathered before; no clock here.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MANY = 30  # records in a day; a practitioner's whole caseload is about twenty-five
NIGHT = (22, 6)  # from ten in the evening until six in the morning, the council's own time


@dataclass(frozen=True, slots=True)
class Seen:
    """One look, with what the rules ask for; the person only by their opaque number."""

    at: datetime
    user: UUID
    user_name: str
    reference: str
    beyond: bool = False  # no relation but a reason
    emergency: bool = False
    same_family_name: bool = False
    same_address: bool = False

    @property
    def day(self) -> date:
        return timezone.localdate(self.at)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, its sentence, and the looks that it picks."""

    code: str
    says: Any
    picks: Callable[[Sequence[Seen]], Iterator[Seen]]


def _many(looks: Sequence[Seen]) -> Iterator[Seen]:
    records = Counter(
        (look.user, look.day) for look in {(one.user, one.day, one.reference): one for one in looks}.values()
    )
    return (look for look in looks if records[look.user, look.day] > MANY)


def _at_night(look: Seen) -> bool:
    hour = timezone.localtime(look.at).hour
    return hour >= NIGHT[0] or hour < NIGHT[1]


def _each(test: Callable[[Seen], bool]) -> Callable[[Sequence[Seen]], Iterator[Seen]]:
    return lambda looks: (look for look in looks if test(look))


RULES = (
    Rule("many", _("More than 30 records in a day"), _many),
    Rule("beyond", _("A record outside their team"), _each(lambda look: look.beyond)),
    Rule("emergency", _("An emergency was given as the reason"), _each(lambda look: look.emergency)),
    Rule("family_name", _("A person with their own family name"), _each(lambda look: look.same_family_name)),
    Rule("address", _("A person at their own address"), _each(lambda look: look.same_address)),
    Rule("night", _("At night, between 10 in the evening and 6 in the morning"), _each(_at_night)),
)


def unusual(looks: Sequence[Seen]) -> list[tuple[Seen, list[Rule]]]:
    """The looks that any rule picks, newest first, each with the rules that picked it."""
    picked: dict[int, list[Rule]] = {}
    for rule in RULES:
        chosen = {id(look) for look in rule.picks(looks)}
        for number, look in enumerate(looks):
            if id(look) in chosen:
                picked.setdefault(number, []).append(rule)
    return sorted(((looks[number], rules) for number, rules in picked.items()), key=lambda one: one[0].at, reverse=True)
