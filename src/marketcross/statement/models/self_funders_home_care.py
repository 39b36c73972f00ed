"""kind = "self_funders_home_care": people who pay for all their own care at home, by survey rates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from marketcross.engine.projection.benchmarks import per_of
from marketcross.engine.projection.bounded import Bounded, total
from marketcross.engine.projection.self_funders import (
    at_home,
    share_of_market,
)
from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import as_rows, refuse
from marketcross.statement.models.building import Building, Cell, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_figure, as_figures, as_text


@dataclass(frozen=True, kw_only=True)
class Band:
    id: Annotated[str, as_text]
    people: Annotated[Input, as_figure]
    rate: Annotated[Input, as_figure]
    label: Annotated[str, as_text] = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    band: Annotated[Sequence[Band], as_rows(Band, "[[model.band]]")] = ()
    self_funders: Annotated[Input | None, as_figures] = None
    council: Annotated[Input | None, as_figures] = None


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    if bool(asked.band) == bool(asked.self_funders):
        raise refuse("give [[model.band]], or self_funders where only the result is printed", "kind")
    table: list[list[Cell]] = []
    if asked.self_funders:
        number, note = asked.self_funders.bounded, _NOT_FOLLOWED
        inputs: tuple[Input, ...] = (asked.self_funders,)
    else:
        number, inputs = _by_bands(building, asked.band, table)
        note = ""
    label = "People who pay for all their own home care"
    table.append([label, building.add("self_funders", label, number, "people", inputs)])
    if asked.council:
        both = (*inputs, asked.council)
        market = total((number, asked.council.bounded))
        label = "People with home care, the council's and self-funders"
        table.append([label, building.add("market", label, market, "people", both)])
        label = "Self-funders' share of them"
        share = share_of_market(number, asked.council.bounded)
        table.append([label, building.add("share", label, share, "percent", both)])
    return building.finished(["What", "Number"], table, printed, note)


_NOT_FOLLOWED = (
    "The source prints neither the survey's rates nor the people by age band, so its number is taken as it is."
)


def _by_bands(building: Building, bands: Sequence[Band], table: list[list[Cell]]) -> tuple[Bounded, tuple[Input, ...]]:
    found = at_home({band.id: (band.people.bounded, band.rate.bounded, _per(band)) for band in bands})
    for band in bands:
        label = band.label or words(band.id)
        said = f"{label}: people who pay for all their own home care"
        table.append([label, building.add(band.id, said, found.by_band[band.id], "people", (band.people, band.rate))])
    return found.self_funders, tuple(one for band in bands for one in (band.people, band.rate))


def _per(band: Band) -> int:
    if (per := per_of(band.rate.unit)) is None:
        raise refuse(f"rate must be in percent, per_1k, per_10k or per_100k, not {band.rate.unit}", "rate")
    return per
