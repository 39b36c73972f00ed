"""kind = "supply": homes, places, shares and sizes, from services.csv or from printed figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded, percent_of, total
from marketcross.engine.projection.money import change_percent, share_of_total
from marketcross.engine.projection.supply import Holding, Size, before, mean_size, shares_of_all, size
from marketcross.statement.computed import ModelResult, Ref
from marketcross.statement.models.asking import as_rows, refuse
from marketcross.statement.models.building import Building, Cell, slug, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_choice, as_figure, as_figures, as_text, as_texts
from marketcross.statement.pack import Pack, Service

SERVICES = "services.csv"
NOTHING = Bounded.exactly(0)


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


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    columns, table, capacity = _from_figures(building, asked) if asked.row else _from_services(building, asked)
    if asked.council or asked.council_percent:
        table += _council(building, asked, len(columns), *capacity)
    return building.finished(columns, table, printed)


Capacity = tuple[Bounded, tuple[Input | str, ...]]
Laid = tuple[list[str], list[list[Cell]], Capacity]


# From services.csv: exact counts.


def _from_services(building: Building, asked: Asked) -> Laid:
    services = [one for one in building.pack.services if not asked.kinds or one.kind in asked.kinds]
    if not services:
        raise refuse(f"{SERVICES} has no services{' of these kinds' if asked.kinds else ''}", "kinds")
    groups = _grouped(services, asked.by)
    table = [_service_row(building, asked, name, group, services) for name, group in groups.items()]
    if len(groups) > 1:
        table.append(_service_row(building, asked, "", services, services))
    else:
        _service_row(building, asked, "", services, services)
    unit = asked.unit.value
    columns = [
        words(asked.by),
        "Homes",
        "Share of homes",
        unit.capitalize(),
        f"Share of {unit}",
        "Mean size",
        "Median size",
    ]
    return columns, table, (Bounded.exactly(_size(services).places), (SERVICES,))


def _grouped(services: Sequence[Service], by: By) -> dict[str, list[Service]]:
    """Largest group first; what the source does not print is a group of its own, last."""
    groups: dict[str, list[Service]] = {}
    for one in services:
        groups.setdefault(getattr(one, by) or NOT_PRINTED, []).append(one)
    return dict(sorted(groups.items(), key=lambda item: (item[0] == NOT_PRINTED, -len(item[1]), item[0])))


NOT_PRINTED = "not printed"


def _size(services: Sequence[Service]) -> Size:
    return size(Holding(one.id, one.capacity) for one in services)


def _service_row(
    building: Building, asked: Asked, name: str, group: Sequence[Service], everything: Sequence[Service]
) -> list[Cell]:
    """Counts, shares and sizes of one group; no name is all of them."""
    prefix = f"{slug(name)}_" if name else ""
    title = _title(building.pack, asked.by, name) if name else "All"
    of, whole = _size(group), _size(everything)
    unit = asked.unit.value

    def add(key: str, label: str, value: Fraction | int | None, counted: str, decimals: int | None = None) -> Cell:
        if value is None:
            return ""
        said, exact = f"{title}: {label}", Bounded.exactly(value)
        return building.add(f"{prefix}{key}", said, exact, counted, (SERVICES,), decimals=decimals)

    return [
        title,
        add("homes", "homes", of.services, "homes"),
        add("share_of_homes", "share of homes", Fraction(100 * of.services, whole.services), "percent"),
        add(unit, unit, of.places if of.with_places else None, unit),
        add("share", f"share of {unit}", Fraction(100 * of.places, whole.places) if whole.places else None, "percent"),
        add("mean_size", f"mean number of {unit}", of.mean, f"{unit}_per_home", 1),
        add("median_size", f"median number of {unit}", of.median, f"{unit}_per_home", 1),
    ]


def _title(pack: Pack, by: By, name: str) -> str:
    names = {one.id: one.name for one in pack.localities} if by is By.LOCALITY else {}
    return names.get(name) or words(name)


# From printed figures: with the ranges of their rounding.


def _from_figures(building: Building, asked: Asked) -> Laid:
    capacities = {one.id: one.capacity(asked.unit) for one in asked.row}
    known = {name: one for name, one in capacities.items() if one}
    if len(known) not in (0, len(capacities)) or not (known or any(one.homes for one in asked.row)):
        raise refuse(f"each row needs homes or {asked.unit}, and {asked.unit} in all rows or in none", "row")
    shares = shares_of_all({name: one.bounded for name, one in known.items()}) if len(asked.row) > 1 else {}
    table = [_figure_row(building, asked, one, shares.get(one.id), tuple(known.values())) for one in asked.row]
    if len(asked.row) > 1:
        table.append(_total_row(building, asked, known))
    inputs = tuple(known.values())
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
