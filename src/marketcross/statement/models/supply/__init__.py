"""kind = "supply": homes, places, shares and sizes, from services.csv or from printed figures."""

from collections.abc import Mapping

from marketcross.engine.projection.bounded import Bounded, percent_of
from marketcross.engine.projection.money import share_of_total
from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import refuse
from marketcross.statement.models.building import Building, Cell
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.supply.asked import Asked
from marketcross.statement.models.supply.from_figures import from_figures
from marketcross.statement.models.supply.from_services import from_services

__all__ = ["Asked", "compute"]


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    columns, table, capacity = from_figures(building, asked) if asked.row else from_services(building, asked)
    if asked.council or asked.council_percent:
        table += _council(building, asked, len(columns), *capacity)
    return building.finished(columns, table, printed)


def _council(
    building: Building, asked: Asked, width: int, capacity: Bounded, inputs: tuple[Input | str, ...]
) -> list[list[Cell]]:
    """Places that the council pays for, as a number and as a share, whichever was printed."""
    unit = asked.unit.value
    if not capacity.value:
        raise refuse(f"the council's share needs {unit}", "council")
    number, share, used = _councils(asked, capacity)
    label = f"{unit.capitalize()} that the council pays for"
    places = building.add("council", label, number, unit, (used, *inputs))
    percent = building.add("council_share", f"{label}, share", share, "percent", (used, *inputs))
    at = 3 if not asked.row else 2
    return [["Paid for by the council", *[""] * (at - 1), places, percent, *[""] * (width - at - 2)]]


def _councils(asked: Asked, capacity: Bounded) -> tuple[Bounded, Bounded, Input]:
    if asked.council and asked.council_percent:
        raise refuse("give council (a number) or council_percent, one of the two", "council")
    if asked.council:
        return asked.council.bounded, share_of_total(asked.council.bounded, capacity), asked.council
    if asked.council_percent:
        return percent_of(capacity, asked.council_percent.bounded), asked.council_percent.bounded, asked.council_percent
    raise AssertionError("asked for the council's share without saying it")
