"""What ``kind = "supply"`` asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded
from marketcross.statement.models.asking import as_rows
from marketcross.statement.models.building import Cell, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_choice, as_figure, as_figures, as_text, as_texts


class By(StrEnum):
    """What the rows of a table from services.csv are."""

    KIND = "kind"
    LOCALITY = "locality"
    OWNERSHIP = "ownership"
    RATING = "rating"


class Counted(StrEnum):
    """What a service's capacity counts."""

    BEDS = "beds"
    PLACES = "places"
    UNITS = "units"


@dataclass(frozen=True, kw_only=True)
class Row:
    """Printed figures of one sort of home; its capacity stands under the name of what it counts."""

    id: Annotated[str, as_text]
    label: Annotated[str, as_text] = ""
    homes: Annotated[Input | None, as_figures] = None
    beds: Annotated[Input | None, as_figures] = None
    places: Annotated[Input | None, as_figures] = None
    units: Annotated[Input | None, as_figures] = None
    lost: Annotated[Input | None, as_figures] = None
    gained: Annotated[Input | None, as_figures] = None

    @property
    def title(self) -> str:
        return self.label or words(self.id)

    def capacity(self, unit: Counted) -> Input | None:
        return {Counted.BEDS: self.beds, Counted.PLACES: self.places, Counted.UNITS: self.units}[unit]


@dataclass(frozen=True, kw_only=True)
class Asked:
    row: Annotated[Sequence[Row], as_rows(Row, "[[model.row]]")] = ()
    by: Annotated[By, as_choice(By)] = By.KIND
    kinds: Annotated[Sequence[str], as_texts] = ()
    unit: Annotated[Counted, as_choice(Counted)] = Counted.PLACES
    council: Annotated[Input | None, as_figures] = None
    council_percent: Annotated[Input | None, as_figure] = None


Capacity = tuple[Bounded, tuple[Input | str, ...]]  # places in all, and what they come from
Laid = tuple[list[str], list[list[Cell]], Capacity]  # columns and rows
