"""Counts of people small enough to point at somebody are not shown, nor another that would give them away."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def shown(counts: Mapping[Name, int], fewest: int) -> dict[Name, int | None]:
    """The counts, None where hidden. All are parts of one total that is shown beside them.

    A count from 1 to below ``fewest`` is hidden. Were it alone, the total would give it back, so that the smallest
    other count that is not 0 is hidden with it.
    """
    hidden = {name for name, count in counts.items() if 0 < count < fewest}
    others = sorted(
        (count, place) for place, (name, count) in enumerate(counts.items()) if count and name not in hidden
    )
    if len(hidden) == 1 and others:
        hidden.add(list(counts)[others[0][1]])
    return {name: None if name in hidden else count for name, count in counts.items()}
