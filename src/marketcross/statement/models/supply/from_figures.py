"""Supply from printed figures, with the ranges of their rounding."""

from collections.abc import Mapping

from marketcross.engine.projection.bounded import Bounded, total
from marketcross.engine.projection.money import change_percent
from marketcross.engine.projection.supply import before, mean_size, shares_of_all
from marketcross.statement.computed import Ref
from marketcross.statement.models.asking import each_row, refuse
from marketcross.statement.models.building import Building, Cell
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.supply.asked import Asked, Laid, Row

NOTHING = Bounded.exactly(0)


def from_figures(building: Building, asked: Asked) -> Laid:
    capacities = {one.id: one.capacity(asked.unit) for one in asked.row}
    known = {name: one for name, one in capacities.items() if one}
    if len(known) not in (0, len(capacities)) or not (known or any(one.homes for one in asked.row)):
        raise refuse(f"each row needs homes or {asked.unit}, and {asked.unit} in all rows or in none", "row")
    shares = shares_of_all({name: one.bounded for name, one in known.items()}) if len(asked.row) > 1 else {}
    inputs = tuple(known.values())
    table = each_row("row", asked.row, lambda row: _figure_row(building, asked, row, shares.get(row.id), inputs))
    if len(asked.row) > 1:
        table.append(_total_row(building, asked, known))
    columns = [*_columns(asked), *(["Homes before"] if _has_changes(asked) else [])]
    return columns, table, (total(one.bounded for one in inputs), inputs)


def _columns(asked: Asked) -> list[str]:
    unit = asked.unit.value
    return ["Homes", "Number of homes", unit.capitalize(), f"Share of {unit}", "Mean size"]


def _has_changes(asked: Asked) -> bool:
    return any(one.lost or one.gained for one in asked.row)


def _figure_row(
    building: Building, asked: Asked, row: Row, share: Bounded | None, everything: tuple[Input, ...]
) -> list[Cell]:
    places, homes, unit = row.capacity(asked.unit), row.homes, asked.unit.value
    cells: list[Cell] = [row.title]
    cells.append(
        building.add(f"{row.id}_homes", f"{row.title}: homes", homes.bounded, "homes", (homes,)) if homes else ""
    )
    cells.append(
        building.add(f"{row.id}_{unit}", f"{row.title}: {unit}", places.bounded, unit, (places,)) if places else ""
    )
    label = f"{row.title}: share of {unit}"
    cells.append(building.add(f"{row.id}_share", label, share, "percent", everything) if share else "")
    cells.append(_mean(building, row.id + "_", row.title, places, homes, unit))
    return [*cells, _before(building, row)] if _has_changes(asked) else cells


def _mean(building: Building, prefix: str, title: str, places: Input | None, homes: Input | None, unit: str) -> Cell:
    if not places or not homes or not homes.value:
        return ""
    mean = mean_size(places.bounded, homes.bounded)
    label = f"{title}: mean number of {unit}"
    return building.add(f"{prefix}mean_size", label, mean, f"{unit}_per_home", (places, homes), decimals=1)


def _before(building: Building, row: Row) -> Cell:
    """Homes at the earlier date: those there are, with the lost and without the gained."""
    if row.homes is None:
        raise refuse("lost and gained need homes", "homes")
    inputs = tuple(one for one in (row.homes, row.lost, row.gained) if one)
    earlier = before(row.homes.bounded, _or_nothing(row.lost), _or_nothing(row.gained))
    return building.add(f"{row.id}_homes_before", f"{row.title}: homes before", earlier, "homes", inputs)


def _or_nothing(given: Input | None) -> Bounded:
    return given.bounded if given else NOTHING


def _total_row(building: Building, asked: Asked, known: Mapping[str, Input]) -> list[Cell]:
    unit, inputs = asked.unit.value, tuple(known.values())
    counted = tuple(one.homes for one in asked.row if one.homes)
    every = len(counted) == len(asked.row)
    homes, places = total(one.bounded for one in counted), total(one.bounded for one in inputs)
    cells: list[Cell] = ["All", building.add("homes", "All: homes", homes, "homes", counted) if every else ""]
    cells.append(building.add(unit, f"All: {unit}", places, unit, inputs) if inputs else "")
    cells.append("")
    mean = mean_size(places, homes) if every and inputs and homes.value else None
    label = f"All: mean number of {unit}"
    made = (*inputs, *counted)
    cells.append(building.add("mean_size", label, mean, f"{unit}_per_home", made, decimals=1) if mean else "")
    return [*cells, _all_before(building, asked, homes, counted)] if _has_changes(asked) else cells


def _all_before(building: Building, asked: Asked, homes: Bounded, counted: tuple[Input, ...]) -> Ref:
    """Homes before, lost and gained over all rows, and the change as percent of what there was."""
    lost, gained = ([one for row in asked.row if (one := getattr(row, what))] for what in ("lost", "gained"))
    inputs = (*counted, *lost, *gained)
    all_lost, all_gained = (total(one.bounded for one in some) for some in (lost, gained))
    earlier = before(homes, all_lost, all_gained)
    building.add("homes_lost", "All: homes lost", all_lost, "homes", inputs)
    building.add("homes_gained", "All: homes gained", all_gained, "homes", inputs)
    if earlier.value:
        percent = change_percent(homes, earlier)
        building.add("homes_change_percent", "All: change in homes", percent, "percent", inputs)
    return building.add("homes_before", "All: homes before", earlier, "homes", inputs)
