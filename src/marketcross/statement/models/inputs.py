"""Figures of the pack as models take them: a value and the range that its printed digits stand for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marketcross.engine.evidence.figures import Figure
from marketcross.engine.evidence.interval import ZERO
from marketcross.engine.evidence.printed import printed_interval
from marketcross.engine.evidence.units import can_be_negative
from marketcross.engine.projection.bounded import Bounded, total
from marketcross.statement.pack import Pack


@dataclass(frozen=True, slots=True)
class Input:
    """One figure, or the sum of several of one unit. Period, area and group are those of the first."""

    figures: tuple[Figure, ...]
    bounded: Bounded

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(figure.id for figure in self.figures)

    @property
    def value(self) -> Fraction:
        return self.bounded.value

    @property
    def unit(self) -> str:
        return self.figures[0].unit

    @property
    def period(self) -> str:
        return self.figures[0].period

    @property
    def area(self) -> str:
        return self.figures[0].area

    @property
    def group(self) -> str:
        return self.figures[0].group

    @property
    def label(self) -> str:
        return self.figures[0].label

    @property
    def decimals(self) -> int:
        return max(len(figure.printed.partition(".")[2]) for figure in self.figures)


def input_of(pack: Pack, ids: Sequence[str], *, alike: Collection[str] = ()) -> Input:
    """Raises ValueError where figures of different units would be added; units in ``alike`` count as one."""
    found = tuple(pack.figures[id] for id in ids)
    units = {figure.unit for figure in found}
    if len(units) > 1 and not units <= set(alike):
        raise ValueError(f"figures of different units cannot be added: {', '.join(sorted(units))}")
    if len(set(ids)) < len(ids):
        raise ValueError("a figure is named twice; name each once")
    return Input(found, total(bounded_of(figure) for figure in found))


def bounded_of(figure: Figure) -> Bounded:
    """The ends of what the figure stands for; what cannot be negative starts at 0."""
    interval = printed_interval(figure)
    low = interval.low
    if low is not None and low < ZERO <= figure.value and not can_be_negative(figure.unit):
        low = ZERO
    return Bounded(figure.value, low, interval.high)
