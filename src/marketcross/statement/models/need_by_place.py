"""kind = "need_by_place": whole units shared over places, and over parts of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded
from marketcross.engine.projection.need_by_place import (
    NothingToShareByError,
    PlaceNeed,
    need_by_place,
    range_of_units,
)
from marketcross.statement.computed import ModelResult, Ref
from marketcross.statement.models.asking import as_table_of, refuse
from marketcross.statement.models.building import Building, Cell, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_figure, as_number_or_figure, as_text

Parts = Mapping[str, Fraction]
Range = tuple[int | None, int | None]


@dataclass(frozen=True, kw_only=True)
class Asked:
    total: Annotated[Input, as_figure]
    shares: Annotated[Mapping[str, Input], as_table_of(as_figure)]
    split: Annotated[Parts, as_table_of(as_number_or_figure)] = field(default_factory=dict)
    split_exceptions: Annotated[Mapping[str, Parts], as_table_of(as_table_of(as_number_or_figure))] = field(
        default_factory=dict
    )
    labels: Annotated[Mapping[str, str], as_table_of(as_text)] = field(default_factory=dict)


@dataclass(frozen=True)
class _Shared:
    """The answer of the engine with the ranges of the places."""

    asked: Asked
    needs: Mapping[str, PlaceNeed]
    ranges: Mapping[str, Range]

    def parts_of(self, place: str) -> Parts:
        return self.asked.split_exceptions.get(place, self.asked.split)


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    _check(asked)
    whole = _whole_units(asked.total.bounded)
    shares = {place: share.bounded for place, share in asked.shares.items()}
    values = {place: share.value for place, share in shares.items()}
    try:
        needs = need_by_place(int(asked.total.value), values, asked.split, asked.split_exceptions)
    except NothingToShareByError as error:
        raise refuse(str(error), "shares") from None
    shared = _Shared(asked, needs, range_of_units(whole, shares))
    rows = [_row(building, shared, place) for place in asked.shares]
    totals = _total_row(building, shared, whole)
    columns = ["Place", *(_label(building, asked, part) for part in asked.split), "All"]
    if not building.chart:
        rows.append(totals)
    elif asked.split:  # in a chart the whole would stand beside its parts
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    return building.finished(columns, rows, printed, _note(building, asked))


def _check(asked: Asked) -> None:
    if asked.total.value.denominator != 1 or asked.total.value < 0:
        raise refuse("total must be a whole number, because whole units are shared", "total")
    if strange := [place for place in asked.split_exceptions if place not in asked.shares]:
        raise refuse(f"split_exceptions names places without a share: {', '.join(strange)}", "split_exceptions")
    for place, parts in asked.split_exceptions.items():
        if set(parts) != set(asked.split):
            raise refuse(
                f"split_exceptions.{place} must name the parts of split: {', '.join(asked.split)}",
                "split_exceptions",
                place,
            )


def _whole_units(total: Bounded) -> Bounded:
    """Units are whole, so 1,304 printed is 1,304 and not 1,303.5."""
    low = None if total.low is None else Fraction(ceil(total.low))
    high = None if total.high is None else Fraction(floor(total.high))
    return Bounded(total.value, low, high)


def _row(building: Building, shared: _Shared, place: str) -> list[Cell]:
    """The place's parts, then all of its units."""
    asked, need, label = shared.asked, shared.needs[place], _label(building, shared.asked, place)
    inputs = (asked.total, *asked.shares.values())
    low, high = shared.ranges[place]
    parts = shared.parts_of(place)
    made: list[Cell] = [
        building.add(
            f"{place}_{part}",
            f"{asked.total.label}: {label}, {_label(building, asked, part)}",
            _of_part(need.parts[part], parts[part] / sum(parts.values()), low, high),
            asked.total.unit,
            inputs,
            area=place,
        )
        for part in asked.split
    ]
    whole = building.add(
        place, f"{asked.total.label}: {label}", _bounded(need.units, low, high), asked.total.unit, inputs, area=place
    )
    return [label, *made, whole]


def _of_part(units: int, share: Fraction, low: int | None, high: int | None) -> Bounded:
    """Certain where the place's units are; else the whole numbers around the share of its fewest and most."""
    if low is not None and low == high:
        return Bounded.exactly(units)
    return _bounded(units, None if low is None else floor(low * share), None if high is None else ceil(high * share))


def _total_row(building: Building, shared: _Shared, whole: Bounded) -> list[Cell]:
    asked = shared.asked
    parts = [_total_of_part(building, shared, part) for part in asked.split]
    return ["All places", *parts, building.add("total", asked.total.label, whole, asked.total.unit, (asked.total,))]


def _total_of_part(building: Building, shared: _Shared, part: str) -> Ref:
    """The part's units over all places; its range adds up those of the places."""
    asked = shared.asked
    cells = [building.found[f"{place}_{part}"] for place in asked.shares]
    low, high = [cell.low for cell in cells], [cell.high for cell in cells]
    total = Bounded(
        Fraction(sum(need.parts[part] for need in shared.needs.values())),
        None if None in low else sum((end for end in low if end is not None), Fraction(0)),
        None if None in high else sum((end for end in high if end is not None), Fraction(0)),
    )
    label = f"{asked.total.label}: all places, {_label(building, asked, part)}"
    return building.add(f"total_{part}", label, total, asked.total.unit, (asked.total, *asked.shares.values()))


def _bounded(value: int, low: int | None, high: int | None) -> Bounded:
    return Bounded(Fraction(value), None if low is None else Fraction(low), None if high is None else Fraction(high))


def _label(building: Building, asked: Asked, id: str) -> str:
    names = {locality.id: locality.name for locality in building.pack.localities}
    return asked.labels.get(id) or names.get(id) or words(id)


def _note(building: Building, asked: Asked) -> str:
    """The assumptions: how it was shared, and split."""
    said = ["Whole units, shared in proportion; what is left over goes to the largest remainders."]
    if asked.split:
        said.append(f"Split {_ratio(building, asked, asked.split)}.")
    for place, parts in asked.split_exceptions.items():
        said.append(f"{_label(building, asked, place)}: {_ratio(building, asked, parts)}.")
    return " ".join(said)


def _ratio(building: Building, asked: Asked, parts: Parts) -> str:
    return ", ".join(f"{_label(building, asked, part)} {float(size):g}" for part, size in parts.items())
