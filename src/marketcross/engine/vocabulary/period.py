"""Days from one until another: the first is in, the last is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_IN_A_WEEK = 7


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Half-open days ``[start, until)``; ``until`` None has no end. Raises ValueError where it would hold no day."""

    start: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.start:
            raise ValueError(f"A period from {self.start} until {self.until} holds no day: until must be later.")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)

    def __iter__(self) -> Iterator[date]:
        """Each day in turn. Raises ValueError where there is no end."""
        return (self.start + timedelta(days=number) for number in range(self.days))

    def __str__(self) -> str:
        return f"from {self.start}" + (f" until {self.until}" if self.until else "")

    @property
    def days(self) -> int:
        """How many days it holds. Raises ValueError where there is no end."""
        if self.until is None:
            raise ValueError(f"The period from {self.start} has no end, so its days cannot be counted.")
        return (self.until - self.start).days

    def overlap(self, other: "Period") -> "Period | None":
        """The days that both hold, or None."""
        start = max(self.start, other.start)
        ends = [end for end in (self.until, other.until) if end is not None]
        until = min(ends) if ends else None
        return Period(start, until) if until is None or start < until else None
