"""kind = "benchmark" and "benchmark_set": indicators against a comparator, in people a year, and by rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from marketcross.engine.projection.benchmarks import (
    Direction,
    Place,
    RankFirst,
    RankOutsideFieldError,
    Standing,
    distance,
    people_a_year,
    per_of,
    place,
    relative_distance,
    standing,
)
from marketcross.engine.projection.bounded import Bounded
from marketcross.statement.computed import ModelResult, Ref
from marketcross.statement.models.asking import as_rows, refuse
from marketcross.statement.models.building import Building, Cell
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
class AskedSet:
    indicator: Annotated[Sequence[NamedIndicator], as_rows(NamedIndicator, "[[model.indicator]]")]
    comparator_name: Annotated[str, as_text] = ""


@dataclass(frozen=True)
class _Row:
    """One indicator's cells by column, and how it stands."""

    cells: Mapping[str, Cell]
    standing: Standing | None


STANDING = "How it stands"
COMPARED_WITH = "Compared with"
COMPARATOR = "Comparator"


def compute(building: Building, asked: Indicator, printed: Mapping[str, Input]) -> ModelResult:
    row = _indicator(building, asked, asked.comparator_name, "")
    return building.finished(*_laid_out([row]), printed, _note([asked]))


def compute_set(building: Building, asked: AskedSet, printed: Mapping[str, Input]) -> ModelResult:
    made = [_indicator(building, one, asked.comparator_name, f"{one.id}_") for one in asked.indicator]
    stands = [row.standing for row in made if row.standing is not None]
    compared = [one for one in asked.indicator if one.figure]
    inputs = [one for i in compared for one in (i.figure, i.comparator) if one]
    _count(building, "of", "Indicators compared", len(stands), inputs)
    for verdict in (Standing.BETTER, Standing.WORSE, Standing.NOT_TOLD_APART):
        label = f"Indicators that are {verdict}" if verdict is Standing.NOT_TOLD_APART else f"Indicators {verdict}"
        _count(building, verdict.replace(" ", "_"), label, stands.count(verdict), inputs)
    return building.finished(*_laid_out(made), printed, _note(asked.indicator))


def _count(building: Building, name: str, label: str, number: int, inputs: Sequence[Input]) -> None:
    building.add(name, label, Bounded.exactly(number), "indicators", inputs)


def _laid_out(made: Sequence[_Row]) -> tuple[list[str], list[list[Cell]]]:
    """Only the columns that some indicator fills; one comparator for all is named in the heading of its column."""
    columns = list(dict.fromkeys(column for row in made for column in row.cells if column != STANDING))
    columns += [STANDING] if any(STANDING in row.cells for row in made) else []
    names = {str(row.cells[COMPARED_WITH]) for row in made if COMPARED_WITH in row.cells}
    if len(names) == 1:
        columns.remove(COMPARED_WITH)
    said = names.pop() if len(names) == 1 else COMPARATOR
    headings = [said[:1].upper() + said[1:] if column == COMPARATOR else column for column in columns]
    return headings, [[row.cells.get(column, "") for column in columns] for row in made]


def _indicator(building: Building, asked: Indicator, comparator_name: str, prefix: str) -> _Row:
    cells: dict[str, Cell] = {"Indicator": asked.title}
    verdict = None
    if asked.figure and asked.comparator:
        verdict = _compare(building, asked, asked.figure, asked.comparator, comparator_name, prefix, cells)
    elif asked.figure or asked.comparator:
        raise refuse("figure and comparator belong together: give both, or neither with a rank", "figure")
    if asked.rank:
        _rank(building, asked, asked.rank, prefix, cells)
    elif not asked.figure:
        raise refuse("give figure with comparator, or rank with field, or both", "figure")
    return _Row(cells, verdict)


def _compare(
    building: Building,
    asked: Indicator,
    ours: Input,
    theirs: Input,
    comparator_name: str,
    prefix: str,
    cells: dict[str, Cell],
) -> Standing:
    if ours.unit != theirs.unit:
        raise refuse(f"figure is in {ours.unit} and comparator in {theirs.unit}: they cannot be compared", "comparator")
    name = asked.comparator_name or comparator_name or theirs.label
    both, places = (ours, theirs), max(ours.decimals, theirs.decimals)
    apart = distance(ours.bounded, theirs.bounded)
    cells |= {"Here": Ref(ours.ids[0]), COMPARED_WITH: name, COMPARATOR: Ref(theirs.ids[0])}
    said = f"{asked.title}: difference from {name}"
    cells["Difference"] = building.add(f"{prefix}distance", said, apart, _unit(ours.unit), both, decimals=places)
    if theirs.value > 0:
        relative = relative_distance(ours.bounded, theirs.bounded)
        building.add(f"{prefix}relative", f"{said}, relative to it", relative, "percent", both, decimals=0)
    if asked.population:
        cells["People a year"] = _people(building, asked, ours, theirs, name, prefix)
    verdict = standing(ours.bounded, theirs.bounded, asked.direction)
    cells[STANDING] = verdict.value
    return verdict


def _unit(unit: str) -> str:
    """Two shares differ by percentage points, not by per cent."""
    return "percentage_points" if unit == "percent" else unit


def _people(building: Building, asked: Indicator, ours: Input, theirs: Input, name: str, prefix: str) -> Ref:
    per, population = per_of(ours.unit), asked.population
    if per is None or population is None:
        raise refuse(
            f"a population needs a figure in percent, per_1k, per_10k or per_100k, not {ours.unit}", "population"
        )
    people = people_a_year(ours.bounded, theirs.bounded, population.bounded, per)
    label = f"{asked.title}: people a year above or below {name}"
    return building.add(f"{prefix}people", label, people, "people", (ours, theirs, population))


def _rank(building: Building, asked: Indicator, rank: Input, prefix: str, cells: dict[str, Cell]) -> None:
    if asked.field is None or asked.rank_first is None:
        raise refuse(
            'a rank needs field (how many were ranked) and rank_first ("lowest", "highest" or "unknown")', "rank"
        )
    cells["Rank"], cells["Of"] = Ref(rank.ids[0]), Ref(asked.field.ids[0])
    if asked.rank_first is RankFirst.UNKNOWN:
        for first in (RankFirst.LOWEST, RankFirst.HIGHEST):
            stands = _place(rank, asked.field, first)
            column = f"{_counted_from(asked)} if number 1 is the {first}"
            name = f"{prefix}place_if_{first}_first"
            cells[column] = _add_place(building, asked, rank, name, stands, f", if number 1 is the {first}")
        return
    stands = _place(rank, asked.field, asked.rank_first)
    cells[_counted_from(asked)] = _add_place(building, asked, rank, f"{prefix}place_from_best", stands, "")
    quarter = Bounded.exactly(stands.quarter(asked.direction))
    label = f"{asked.title}: quarter of the field, the {_start(asked)} being first"
    cells["Quarter"] = building.add(f"{prefix}quarter", label, quarter, "rank", (rank, asked.field))


def _start(asked: Indicator) -> str:
    return "lowest" if asked.direction is Direction.NEITHER else "best"


def _counted_from(asked: Indicator) -> str:
    return f"Place from the {_start(asked)}"


def _place(rank: Input, field: Input, first: RankFirst) -> Place:
    if rank.value.denominator != 1 or field.value.denominator != 1:
        raise refuse("rank and field must be whole numbers", "rank")
    try:
        return place(int(rank.value), int(field.value), first)
    except RankOutsideFieldError as error:
        raise refuse(str(error), "rank") from None


def _add_place(building: Building, asked: Indicator, rank: Input, name: str, stands: Place, when: str) -> Ref:
    label = f"{asked.title}: place counted from the {_start(asked)}{when}"
    found = Bounded.exactly(stands.from_best(asked.direction))
    return building.add(name, label, found, "rank", (rank, asked.field) if asked.field else (rank,))


GOOD = {
    Direction.LOW: "Lower is taken to be better",
    Direction.HIGH: "Higher is taken to be better",
    Direction.NEITHER: "Neither way is taken to be better",
}


def _note(indicators: Sequence[Indicator]) -> str:
    """Which way is good was a person's choice, so the table says it."""
    by_direction = {way: [one.title for one in indicators if one.direction is way] for way in Direction}
    used = {way: titles for way, titles in by_direction.items() if titles}
    if len(used) == 1:
        return f"{GOOD[next(iter(used))]}."
    return " ".join(f"{GOOD[way]}: {'; '.join(titles)}." for way, titles in used.items())
