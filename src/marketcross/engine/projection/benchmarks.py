"""How far an indicator is from a comparator: in its unit, in people a year, and by rank. docs/method/benchmarks.md."""

from dataclasses import dataclass
from enum import StrEnum

from marketcross.engine.projection.bounded import Bounded, monotone, multilinear


class Direction(StrEnum):
    """Which way is good. No rule can know it, so a person states it for each indicator."""

    LOW = "low"
    HIGH = "high"
    NEITHER = "neither"


class Standing(StrEnum):
    """How an indicator stands to its comparator."""

    BETTER = "better"
    WORSE = "worse"
    DIFFERENT = "different"  # told apart, and neither direction is good
    NOT_TOLD_APART = "not told apart"


class RankFirst(StrEnum):
    """Who is number 1 of a ranking: the lowest value, the highest, or the source does not say."""

    LOWEST = "lowest"
    HIGHEST = "highest"
    UNKNOWN = "unknown"


def distance(figure: Bounded, comparator: Bounded) -> Bounded:
    """Figure minus comparator, in their unit."""
    return monotone(lambda ours, theirs: ours - theirs, "+-", figure, comparator)


def relative_distance(figure: Bounded, comparator: Bounded) -> Bounded:
    """The distance as percent of the comparator, which is above 0."""
    return monotone(lambda ours, theirs: 100 * (ours - theirs) / theirs, "+-", figure, comparator)


def people_a_year(figure: Bounded, comparator: Bounded, population: Bounded, per: int) -> Bounded:
    """How many people a year lie between figure and comparator, both so many ``per`` people of a population."""
    return multilinear(lambda ours, theirs, size: (ours - theirs) * size / per, figure, comparator, population)


def standing(figure: Bounded, comparator: Bounded, direction: Direction) -> Standing:
    """Better or worse, where the printed digits tell the two apart."""
    apart = distance(figure, comparator)
    below = apart.value < 0 and apart.high is not None and apart.high <= 0
    above = apart.value > 0 and apart.low is not None and apart.low >= 0
    if not (below or above):
        return Standing.NOT_TOLD_APART
    if direction is Direction.NEITHER:
        return Standing.DIFFERENT
    return Standing.BETTER if below == (direction is Direction.LOW) else Standing.WORSE


class RankOutsideFieldError(ValueError):
    """A rank below 1 or beyond the number ranked."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands of ``field``: ``from_lowest`` counts from the lowest value, which is 1."""

    from_lowest: int
    field: int

    def from_best(self, direction: Direction) -> int:
        """1 is best; where neither direction is good, 1 is the lowest value."""
        return self.field - self.from_lowest + 1 if direction is Direction.HIGH else self.from_lowest

    def quarter(self, direction: Direction) -> int:
        """1 for the best quarter to 4 for the worst, each a quarter of the places as nearly as whole places allow."""
        return (4 * (self.from_best(direction) - 1)) // self.field + 1


def place(rank: int, field: int, first: RankFirst) -> Place:
    """Read a rank. Raises RankOutsideFieldError; ``first`` must be known."""
    if not 1 <= rank <= field:
        raise RankOutsideFieldError(f"Rank {rank} of {field} is not possible: it must lie between 1 and {field}.")
    return Place(rank if first is RankFirst.LOWEST else field - rank + 1, field)


def per_of(unit: str) -> int | None:
    """Per how many people a unit counts; None where it counts none."""
    return {"percent": 100, "per_1k": 1_000, "per_10k": 10_000, "per_100k": 100_000}.get(unit)
