"""An indicator beside its comparator: the difference, in people a year, and how the two stand."""

from collections.abc import Mapping
from typing import NamedTuple

from marketcross.engine.projection.benchmarks import (
    Standing,
    distance,
    people_a_year,
    per_of,
    relative_distance,
    standing,
)
from marketcross.statement.computed import Ref
from marketcross.statement.models.asking import refuse
from marketcross.statement.models.benchmark.asked import Indicator
from marketcross.statement.models.building import Building, Cell
from marketcross.statement.models.inputs import Input

STANDING = "How it stands"
COMPARED_WITH = "Compared with"
COMPARATOR = "Comparator"


class Pair(NamedTuple):
    """Two figures of one unit; ``name`` is what the comparator is called, ``prefix`` begins the keys of results."""

    asked: Indicator
    ours: Input
    theirs: Input
    name: str
    prefix: str


def compare(building: Building, pair: Pair) -> tuple[Mapping[str, Cell], Standing]:
    """Cells by column, and how the indicator stands."""
    asked, ours, theirs, name, prefix = pair
    if ours.unit != theirs.unit:
        raise refuse(f"figure is in {ours.unit} and comparator in {theirs.unit}: they cannot be compared", "comparator")
    both, places = (ours, theirs), max(ours.decimals, theirs.decimals)
    apart, said = distance(ours.bounded, theirs.bounded), f"{asked.title}: difference from {name}"
    cells: dict[str, Cell] = {"Here": Ref(ours.ids[0]), COMPARED_WITH: name, COMPARATOR: Ref(theirs.ids[0])}
    cells["Difference"] = building.add(f"{prefix}distance", said, apart, _unit(ours.unit), both, decimals=places)
    if theirs.value > 0:
        relative = relative_distance(ours.bounded, theirs.bounded)
        building.add(f"{prefix}relative", f"{said}, relative to it", relative, "percent", both, decimals=0)
    if asked.population:
        cells["People a year"] = _people(building, pair, asked.population)
    verdict = standing(ours.bounded, theirs.bounded, asked.direction)
    return cells | {STANDING: verdict.value}, verdict


def _unit(unit: str) -> str:
    """Two shares differ by percentage points, not by per cent."""
    return "percentage_points" if unit == "percent" else unit


def _people(building: Building, pair: Pair, population: Input) -> Ref:
    asked, ours, theirs, name, prefix = pair
    if (per := per_of(ours.unit)) is None:
        raise refuse(f"people need a figure in percent, per_1k, per_10k or per_100k, not {ours.unit}", "population")
    people = people_a_year(ours.bounded, theirs.bounded, population.bounded, per)
    label = f"{asked.title}: people a year above or below {name}"
    return building.add(f"{prefix}people", label, people, "people", (ours, theirs, population))
