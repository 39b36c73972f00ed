"""Everything that a statement can print: the pack's figures and the results of its models, behind one shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from marketcross.engine.evidence.figures import Figure
from marketcross.statement.computed import Computed, ModelResult
from marketcross.statement.pack import Pack
from marketcross.statement.printing import amount, rounded
from marketcross.statement.printing.qualifiers import qualified


@dataclass(frozen=True, slots=True)
class Fact:
    """A printed or computed figure. ``words`` is how a sentence says it.

    ``source`` is a source's id, "" for a computed figure, which has ``method`` and ``inputs`` instead, and ``low`` and
    ``high`` where the rounding of the inputs allows a range.
    """

    id: str
    label: str
    words: str
    digits: str
    number: Fraction
    unit: str
    period: str
    area: str
    group: str
    qualifier: str
    source: str
    locator: str
    note: str
    method: str = ""
    inputs: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    model: str = ""

    @property
    def computed(self) -> bool:
        return bool(self.model)

    @property
    def said_in_cells(self) -> str:
        """The qualifier that a cell says. A whole table of computed figures would say 'about'; their evidence does."""
        return "" if self.computed else self.qualifier


Facts = Mapping[str, Fact]


def facts_of(pack: Pack, models: Mapping[str, ModelResult]) -> Facts:
    """All facts by id; a computed one is ``model.key``, which no figure's id can be."""
    printed = {figure.id: of_figure(figure) for figure in pack.figures.values()}
    results = (of_computed(computed, model.id) for model in models.values() for computed in model.computed)
    return printed | {fact.id: fact for fact in results}


def of_figure(figure: Figure) -> Fact:
    return Fact(
        id=figure.id,
        label=figure.label,
        words=qualified(amount(figure.printed, figure.unit), figure.qualifier),
        digits=figure.printed,
        number=figure.value,
        unit=figure.unit,
        period=figure.period,
        area=figure.area,
        group=figure.group,
        qualifier=figure.qualifier,
        source=figure.source,
        locator=figure.locator,
        note=figure.note,
    )


def of_computed(computed: Computed, model: str) -> Fact:
    """A computed figure is 'about' where the rounding of what was printed leaves its last digit open."""
    digits = rounded(computed.value, computed.decimals)
    low, high = (_end(end, computed) for end in (computed.low, computed.high))
    qualifier = "about" if low != high and low and high else ""
    return Fact(
        id=computed.id,
        label=computed.label,
        words=qualified(amount(digits, computed.unit), qualifier),
        digits=digits,
        number=Fraction(digits),
        unit=computed.unit,
        period=computed.period,
        area=computed.area,
        group=computed.group,
        qualifier=qualifier,
        source="",
        locator="",
        note=computed.note,
        method=computed.method,
        inputs=computed.inputs,
        low=low,
        high=high,
        model=model,
    )


def _end(end: Fraction | None, computed: Computed) -> str:
    return "" if end is None else rounded(end, computed.decimals)
