"""One field through time, in two dimensions: from when a value was true, and since when it is known.

Each value that was said counts from its own day until the next day for which something was said. What was said later
about the same day takes the place of what was said before. docs/method/people.md tells it with an example.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone


@dataclass(frozen=True, slots=True)
class Said:
    """That ``value`` is true from ``true_from`` on, as we learnt at ``known_from``; ``order`` tells equals apart."""

    value: Any
    true_from: date
    known_from: datetime
    order: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A value and the days ``[starts_on, ends_on)`` for which it held; without an end it still does."""

    value: Any
    starts_on: date
    ends_on: date | None
    known_from: datetime


class FieldHistory:
    """All that was said of one field of one record."""

    def __init__(self, said: Iterable[Said]) -> None:
        self.said = sorted(said, key=lambda one: (one.true_from, one.known_from, one.order))

    def value(self, true_on: date, known_on: date | None = None) -> Any:
        """What was true at the end of ``true_on``, as it was known at the end of ``known_on`` (none: as known now)."""
        held = [stretch for stretch in self.line(known_on) if stretch.starts_on <= true_on]
        return held[-1].value if held else None

    def line(self, known_on: date | None = None) -> list[Stretch]:
        """The values one after another, as they were known on a day."""
        last: dict[date, Said] = {}
        for one in self.said:
            if known_on is None or timezone.localdate(one.known_from) <= known_on:
                last[one.true_from] = one
        days = sorted(last)
        ends: list[date | None] = [*days[1:], None]
        return [
            Stretch(last[day].value, day, end, last[day].known_from) for day, end in zip(days, ends, strict=bool(days))
        ]
