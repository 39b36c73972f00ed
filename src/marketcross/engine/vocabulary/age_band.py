"""Ages from one to another, both included, as population tables print them."""

import re
from dataclasses import dataclass

OLDEST = 150  # the last age of an open band
NOBODY_OLDER = 120  # a band that ends here or later is open in all but name

_CLOSED = re.compile(r"(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})")
_OPEN = re.compile(r"(\d{1,3})\s*(?:\+|and over|and above|or over|plus)|over (\d{1,3})")
_BELOW = re.compile(r"under (\d{1,3})")


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Ages ``first`` to ``last`` inclusive; ``last`` None is open. Raises ValueError where it would hold no age."""

    first: int
    last: int | None = None

    def __post_init__(self) -> None:
        if self.first < 0 or (self.last is not None and self.last < self.first):
            raise ValueError(f"No age is from {self.first} to {self.last}.")

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first} and over"
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"

    @property
    def end(self) -> int:
        """The last age that somebody can have in the band."""
        return OLDEST if self.last is None or self.last >= NOBODY_OLDER else self.last

    def within(self, other: "AgeBand") -> bool:
        return other.first <= self.first and self.end <= other.end

    def ages_in(self, other: "AgeBand") -> tuple[int, int]:
        """How many of the band's ages lie in the other, of how many."""
        return max(min(self.end, other.end) - max(self.first, other.first) + 1, 0), self.end - self.first + 1

    def overlaps(self, other: "AgeBand") -> bool:
        return self.first <= other.end and other.first <= self.end


def age_band_named(text: str) -> AgeBand | None:
    """Read ages out of a group's name: '65 and over', '18-64', '85+', 'under 18'. None where it names none."""
    name = text.strip().lower()
    if found := _CLOSED.search(name):
        first, last = int(found[1]), int(found[2])
        return AgeBand(first, last) if first <= last else None
    if found := _BELOW.search(name):
        return AgeBand(0, int(found[1]) - 1) if int(found[1]) else None
    if found := _OPEN.search(name):
        return AgeBand(int(found[1]) if found[1] else int(found[2]) + 1)
    return None
