"""What reconciliation found about one relation."""

from dataclasses import dataclass
from fractions import Fraction

from marketcross.engine.evidence.figures import Relation
from marketcross.engine.evidence.interval import Interval

AGREES, CONTRADICTS, NOT_COMPARABLE, UNDETERMINED = "agrees", "contradicts", "not_comparable", "undetermined"
HOLDS, FAILS = "holds", "fails"
VERDICTS = (CONTRADICTS, NOT_COMPARABLE, UNDETERMINED, HOLDS, FAILS, AGREES)


@dataclass(frozen=True, slots=True)
class Mend:
    """A figure whose change alone would satisfy every claim that it is in: it would have to lie in one of ``places``."""

    figure: str
    places: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation, its two sides and the verdict.

    ``printed`` is the interval of the result. Where nothing is printed: of ``greater`` all numbers above 0, and
    ``computed`` is first minus second; of ``linear`` the figure that is hardest to join, and its place on the line
    through two others. ``computed`` is None where a divisor could be 0. ``size`` (in the result's unit) and ``mends``
    belong to contradictions.
    """

    relation: Relation
    printed: Interval
    computed: Interval | None
    verdict: str
    size: Fraction | None = None
    mends: tuple[Mend, ...] = ()
