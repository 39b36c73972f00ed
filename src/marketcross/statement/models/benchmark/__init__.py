"""kind = "benchmark" and "benchmark_set": indicators against a comparator, in people a year, and by rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketcross.engine.projection.benchmarks import Direction, Standing
from marketcross.engine.projection.bounded import Bounded
from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import each_row, refuse
from marketcross.statement.models.benchmark.asked import Indicator, Indicators
from marketcross.statement.models.benchmark.comparing import COMPARATOR, COMPARED_WITH, STANDING, Pair, compare
from marketcross.statement.models.benchmark.ranking import rank
from marketcross.statement.models.building import Building, Cell
from marketcross.statement.models.inputs import Input

__all__ = ["Indicator", "Indicators", "compute", "compute_set"]


@dataclass(frozen=True)
class _Row:
    """One indicator's cells by column, and how it stands."""

    cells: Mapping[str, Cell]
    standing: Standing | None


def compute(building: Building, asked: Indicator, printed: Mapping[str, Input]) -> ModelResult:
    row = _row(building, asked, asked.comparator_name, "")
    return building.finished(*_laid_out([row]), printed, _note([asked]))


def compute_set(building: Building, asked: Indicators, printed: Mapping[str, Input]) -> ModelResult:
    made = each_row("indicator", asked.indicator, lambda one: _row(building, one, asked.comparator_name, f"{one.id}_"))
    _count_standings(building, asked, [row.standing for row in made if row.standing is not None])
    return building.finished(*_laid_out(made), printed, _note(asked.indicator))


def _row(building: Building, asked: Indicator, comparator_name: str, prefix: str) -> _Row:
    ours, theirs = asked.figure, asked.comparator
    if bool(ours) != bool(theirs):
        raise refuse("figure and comparator belong together: give both, or neither with a rank", "figure")
    if not ours and not asked.rank:
        raise refuse("give figure with comparator, or rank with field, or both", "figure")
    cells: dict[str, Cell] = {"Indicator": asked.title}
    verdict = None
    if ours and theirs:
        name = asked.comparator_name or comparator_name or theirs.label
        more, verdict = compare(building, Pair(asked, ours, theirs, name, prefix))
        cells |= more
    if asked.rank:
        cells |= rank(building, asked, asked.rank, prefix)
    return _Row(cells, verdict)


def _count_standings(building: Building, asked: Indicators, stands: Sequence[Standing]) -> None:
    """How many were compared, and how many of them are better, worse, or not told apart."""
    inputs = [one for each in asked.indicator if each.figure for one in (each.figure, each.comparator) if one]
    counts = {
        "of": ("Indicators compared", len(stands)),
        "better": ("Indicators better", stands.count(Standing.BETTER)),
        "worse": ("Indicators worse", stands.count(Standing.WORSE)),
        "not_told_apart": ("Indicators that rounding does not tell apart", stands.count(Standing.NOT_TOLD_APART)),
    }
    for name, (label, number) in counts.items():
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
