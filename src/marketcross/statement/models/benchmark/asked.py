"""What ``kind = "benchmark"`` and ``kind = "benchmark_set"`` ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from marketcross.engine.projection.benchmarks import Direction, RankFirst
from marketcross.statement.models.asking import as_rows
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_choice, as_figure, as_figures, as_text


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What one indicator asks for; alone it is the whole of a ``benchmark``."""

    direction: Annotated[Direction, as_choice(Direction)]
    name: Annotated[str, as_text] = ""
    figure: Annotated[Input | None, as_figure] = None
    comparator: Annotated[Input | None, as_figure] = None
    comparator_name: Annotated[str, as_text] = ""
    population: Annotated[Input | None, as_figures] = None
    rank: Annotated[Input | None, as_figure] = None
    field: Annotated[Input | None, as_figure] = None
    rank_first: Annotated[RankFirst | None, as_choice(RankFirst)] = None

    @property
    def title(self) -> str:
        first = self.figure or self.rank
        return self.name or (first.label if first else "")


@dataclass(frozen=True, kw_only=True)
class NamedIndicator(Indicator):
    id: Annotated[str, as_text]


@dataclass(frozen=True, kw_only=True)
class Indicators:
    indicator: Annotated[Sequence[NamedIndicator], as_rows(NamedIndicator, "[[model.indicator]]")]
    comparator_name: Annotated[str, as_text] = ""
