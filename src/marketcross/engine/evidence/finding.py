"""What reconciliation found about one relation."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from marketcross.engine.evidence.figures import Relation
from marketcross.engine.evidence.interval import Interval
from marketcross.engine.evidence.straight import Joint

AGREES, CONTRADICTS, NOT_COMPARABLE, UNDETERMINED = "agrees", "contradicts", "not_comparable", "undetermined"
HOLDS, FAILS = "holds", "fails"
VERDICTS = (CONTRADICTS, NOT_COMPARABLE, UNDETERMINED, HOLDS, FAILS, AGREES)


class Sides(NamedTuple):
    """What is printed and what the operands give.

    ``printed`` is the interval of the result. Where nothing is printed: of ``greater`` all numbers above 0, and
    ``computed`` is first minus second; of ``linear`` the figure that is hardest to join, and its place on the line
    through two others, which ``joint`` names. ``computed`` is None where a divisor could be 0.
    """

    printed: Interval
    computed: Interval | None
    joint: Joint | None = None


class Mend(NamedTuple):
    """A figure whose change alone would satisfy every claim it is in: it would have to lie in one of ``places``."""

    figure: str
    places: tuple[Interval, ...]


class Finding:
    """A relation and its verdict; its two sides are worked out when somebody looks, since most agree and nobody does.

    ``size``, in the result's unit, and ``mends`` belong to contradictions.
    """

    __slots__ = ("_sides", "_work_out", "mends", "relation", "size", "verdict")

    def __init__(self, relation: Relation, verdict: str, work_out: Callable[[Relation], Sides]) -> None:
        self.relation = relation
        self.verdict = verdict
        self.size: Fraction | None = None
        self.mends: tuple[Mend, ...] = ()
        self._sides: Sides | None = None
        self._work_out = work_out

    @property
    def sides(self) -> Sides:
        if self._sides is None:
            self._sides = self._work_out(self.relation)
        return self._sides

    @property
    def printed(self) -> Interval:
        return self.sides.printed

    @property
    def computed(self) -> Interval | None:
        return self.sides.computed
