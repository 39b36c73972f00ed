"""The printed figures that a made population is to be like."""

from dataclasses import dataclass, field
from fractions import Fraction

from marketcross.engine.vocabulary.age_band import AgeBand


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed figure: what it is, and the numbers that would have been printed so. ``high`` None is no upper end."""

    figure: str
    label: str
    printed: str
    unit: str  # people or percent
    value: Fraction
    low: Fraction
    high: Fraction | None
    band: AgeBand | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A locality of the pack. Shares are percent: of all older people, of everybody, of the homes there."""

    id: str
    name: str
    older: Printed | None = None
    everybody: Printed | None = None
    owned: Printed | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is printed about an area's people; anything not printed is empty and comes from the facts of this package.

    ``ages`` are people, or percent of everybody, of an age band; ``carers`` and ``carers_50_hours`` are people, or
    percent of everybody. Where figures contradict each other, the earlier one holds.
    """

    name: str
    total: Printed | None = None
    ages: tuple[Printed, ...] = ()
    places: tuple[Place, ...] = ()
    carers: tuple[Printed, ...] = ()
    carers_50_hours: tuple[Printed, ...] = ()
    black: Printed | None = None
    not_white: Printed | None = None
    localities: dict[str, int] = field(default_factory=dict)  # by kind: council, health, network
