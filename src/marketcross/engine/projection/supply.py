"""What there is: homes, places, sizes and shares; what was lost and gained. docs/method/supply.md."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from marketcross.engine.projection.bounded import Bounded, monotone, total


@dataclass(frozen=True, slots=True)
class Holding:
    """One service and its places; ``places`` None where nobody says how many."""

    id: str
    places: int | None


@dataclass(frozen=True, slots=True)
class Size:
    """Of a set of services: how many, their places, and the mean and median size of those whose places are known."""

    services: int
    with_places: int
    places: int
    mean: Fraction | None
    median: Fraction | None


def size(holdings: Iterable[Holding]) -> Size:
    """Counts are exact. No mean or median where no service says its places."""
    held = list(holdings)
    known = sorted(one.places for one in held if one.places is not None)
    mean = Fraction(sum(known), len(known)) if known else None
    return Size(len(held), len(known), sum(known), mean, _median(known))


def _median(ordered: list[int]) -> Fraction | None:
    if not ordered:
        return None
    middle = len(ordered) // 2
    return Fraction(ordered[middle] + ordered[-middle - 1], 2)


@dataclass(frozen=True, slots=True)
class Changes:
    """Between two dates: services lost and gained, and the places lost and gained in services that stayed."""

    lost: tuple[str, ...]
    gained: tuple[str, ...]
    places_lost: int
    places_gained: int


def changes(before: Mapping[str, int], after: Mapping[str, int]) -> Changes:
    """Compare two lists of services with their places, by id; in alphabetical order."""
    differences = [after.get(one, 0) - before.get(one, 0) for one in before.keys() | after.keys()]
    return Changes(
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(after.keys() - before.keys())),
        -sum(change for change in differences if change < 0),
        sum(change for change in differences if change > 0),
    )


def shares_of_all(parts: Mapping[str, Bounded]) -> dict[str, Bounded]:
    """Each part as percent of all parts together; of nothing, no shares."""
    return {
        name: monotone(lambda own, rest: 100 * own / (own + rest), "+-", part, _rest(parts, name))
        for name, part in parts.items()
        if any(one.value for one in parts.values())
    }


def _rest(parts: Mapping[str, Bounded], name: str) -> Bounded:
    return total(one for other, one in parts.items() if other != name)


def mean_size(places: Bounded, homes: Bounded) -> Bounded:
    """Places of a home on average."""
    return monotone(lambda p, h: p / h, "+-", places, homes)


def before(now: Bounded, lost: Bounded, gained: Bounded) -> Bounded:
    """How many there were: those there are, with the lost ones back and without the new ones."""
    return monotone(lambda n, was_lost, is_new: n + was_lost - is_new, "++-", now, lost, gained)
