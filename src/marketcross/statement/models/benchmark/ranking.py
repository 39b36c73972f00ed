"""A rank read as a place from the best, in both ways where the source does not say who is number 1."""

from collections.abc import Mapping

from marketcross.engine.projection.benchmarks import Direction, Place, RankFirst, RankOutsideFieldError, place
from marketcross.engine.projection.bounded import Bounded
from marketcross.statement.computed import Ref
from marketcross.statement.models.asking import refuse
from marketcross.statement.models.benchmark.asked import Indicator
from marketcross.statement.models.building import Building, Cell
from marketcross.statement.models.inputs import Input


def rank(building: Building, asked: Indicator, printed: Input, prefix: str) -> Mapping[str, Cell]:
    """Cells by column."""
    field, first = asked.field, asked.rank_first
    if field is None or first is None:
        raise refuse("a rank needs field (how many were ranked) and rank_first (lowest, highest or unknown)", "rank")
    cells: dict[str, Cell] = {"Rank": Ref(printed.ids[0]), "Of": Ref(field.ids[0])}
    if first is RankFirst.UNKNOWN:
        return cells | {
            f"{_counted_from(asked)}{_if(one)}": _add(
                building, asked, (printed, field), one, f"{prefix}place_if_{one}_first"
            )
            for one in (RankFirst.LOWEST, RankFirst.HIGHEST)
        }
    cells[_counted_from(asked)] = _add(building, asked, (printed, field), first, f"{prefix}place_from_best")
    quarter = Bounded.exactly(_place(printed, field, first).quarter(asked.direction))
    label = f"{asked.title}: quarter of the field, the {_start(asked)} being first"
    return cells | {"Quarter": building.add(f"{prefix}quarter", label, quarter, "rank", (printed, field))}


def _add(building: Building, asked: Indicator, inputs: tuple[Input, Input], first: RankFirst, name: str) -> Ref:
    when = _if(first) if asked.rank_first is RankFirst.UNKNOWN else ""
    label = f"{asked.title}: place counted from the {_start(asked)}{when}"
    found = Bounded.exactly(_place(*inputs, first).from_best(asked.direction))
    return building.add(name, label, found, "rank", inputs)


def _if(first: RankFirst) -> str:
    return f" if number 1 is the {first}"


def _start(asked: Indicator) -> str:
    return "lowest" if asked.direction is Direction.NEITHER else "best"


def _counted_from(asked: Indicator) -> str:
    return f"Place from the {_start(asked)}"


def _place(printed: Input, field: Input, first: RankFirst) -> Place:
    if printed.value.denominator != 1 or field.value.denominator != 1:
        raise refuse("rank and field must be whole numbers", "rank")
    try:
        return place(int(printed.value), int(field.value), first)
    except RankOutsideFieldError as error:
        raise refuse(str(error), "rank") from None
