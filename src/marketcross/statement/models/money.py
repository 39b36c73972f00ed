"""kind = "money": spend by reason or type, shares, change and the cost of a person a week."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded, monotone, total
from marketcross.engine.projection.money import (
    POUNDS,
    change,
    change_percent,
    cost_of_a_person_a_week,
    share_of_total,
    spend,
    weeks_of_calendar_year,
    weeks_of_financial_year,
)
from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import as_rows, each_row, refuse
from marketcross.statement.models.building import Building, Cell, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_figure, as_figures, as_flag, as_text


@dataclass(frozen=True, kw_only=True)
class Row:
    id: Annotated[str, as_text]
    label: Annotated[str, as_text] = ""
    spend: Annotated[Input | None, as_figures] = None
    before: Annotated[Input | None, as_figures] = None
    people: Annotated[Input | None, as_figures] = None
    unit_cost: Annotated[Input | None, as_figure] = None

    @property
    def title(self) -> str:
        return self.label or words(self.id)


@dataclass(frozen=True, kw_only=True)
class Asked:
    row: Annotated[Sequence[Row], as_rows(Row, "[[model.row]]")]
    total: Annotated[Input | None, as_figure] = None
    add_up: Annotated[bool, as_flag] = True


@dataclass(frozen=True)
class _Purse:
    """What all amounts are said in: pounds, or thousands or millions where all inputs are."""

    unit: str
    decimals: int

    def holds(self, given: Input) -> Bounded:
        """A figure's amount in this unit."""
        factor = Fraction(POUNDS[given.unit], POUNDS[self.unit])
        return monotone(lambda amount: amount * factor, "+", given.bounded)


@dataclass(frozen=True)
class _Spend:
    """A row's spend, printed or computed from people and price."""

    row: Row
    amount: Bounded
    inputs: Sequence[Input]


_Whole = tuple[Bounded, tuple[Input, ...]]  # the amount, and the figures that it comes from


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    purse = _purse(asked)
    spends = each_row("row", asked.row, lambda row: _spend(row, purse))
    whole = _whole(asked, purse, spends)
    table = each_row("row", spends, lambda one: _row(building, purse, one, whole))
    if asked.total:
        table.append(_not_listed(building, purse, asked.total, spends))
    if whole:
        amount, inputs = whole
        cell = building.add("total", "Total spend", amount, purse.unit, inputs, decimals=purse.decimals)
        table.append(["Total", cell, "", "", "", ""])
    columns = ["What it is spent on", "Spend", "Share of the total", "Change", "Change, percent", "A person a week"]
    return building.finished(*_filled(columns, table), printed)


def _whole(asked: Asked, purse: _Purse, spends: Sequence[_Spend]) -> _Whole | None:
    """The printed total, or the sum of the rows; none where the rows are not parts of one thing."""
    if asked.total:
        return purse.holds(asked.total), (asked.total,)
    if not asked.add_up or len(spends) < 2:
        return None
    return total(one.amount for one in spends), tuple(one for each in spends for one in each.inputs)


def _filled(columns: Sequence[str], table: Sequence[Sequence[Cell]]) -> tuple[list[str], list[list[Cell]]]:
    """Without the columns that no row fills."""
    used = [index for index in range(len(columns)) if any(row[index] for row in table)]
    return [columns[index] for index in used], [[row[index] for index in used] for row in table]


def _purse(asked: Asked) -> _Purse:
    amounts = [one for row in asked.row for one in (row.spend, row.before) if one]
    amounts += [asked.total] if asked.total else []
    if strange := sorted({one.unit for one in amounts} - set(POUNDS)):
        raise refuse(f"spend must be in {', '.join(POUNDS)}, not {', '.join(strange)}", "row")
    units = {one.unit for one in amounts}
    if len(units) == 1 and not any(row.unit_cost for row in asked.row):
        return _Purse(units.pop(), max(one.decimals for one in amounts))
    return _Purse("GBP", 0)


def _spend(row: Row, purse: _Purse) -> _Spend:
    if row.spend and not row.unit_cost:
        return _Spend(row, purse.holds(row.spend), (row.spend,))
    if row.spend or not (row.people and row.unit_cost):
        raise refuse(f"row {row.id} needs spend, or people and unit_cost, and not both", "spend")
    if row.unit_cost.unit != "GBP_per_week":
        raise refuse(f"row {row.id}: unit_cost must be in GBP_per_week, not {row.unit_cost.unit}", "unit_cost")
    amount = spend(row.people.bounded, row.unit_cost.bounded, _weeks(row.unit_cost))
    return _Spend(row, amount, (row.people, row.unit_cost))


def _weeks(given: Input) -> Fraction:
    """Weeks of the year that an amount is about, by its period."""
    if financial := re.fullmatch(r"(\d{4})-(\d{2})", given.period):
        first = int(financial[1])
        if (first + 1) % 100 == int(financial[2]):
            return weeks_of_financial_year(first)
    if re.fullmatch(r"\d{4}", given.period):
        return weeks_of_calendar_year(int(given.period))
    raise refuse(
        f"{given.ids[0]} has the period '{given.period}': a cost a week needs a year, like 2019-20 or 2019", "people"
    )


def _row(building: Building, purse: _Purse, one: _Spend, whole: _Whole | None) -> list[Cell]:
    row, name = one.row, one.row.title
    spent = building.add(
        f"{row.id}_spend", f"Spend on {name}", one.amount, purse.unit, one.inputs, decimals=purse.decimals
    )
    share: Cell = ""
    if whole and whole[0].value > 0:
        inputs = (*one.inputs, *whole[1])
        percent = share_of_total(one.amount, whole[0])
        share = building.add(f"{row.id}_share", f"{name}: share of the total", percent, "percent", inputs)
    return [name, spent, share, *_change(building, purse, one), _per_person(building, purse, one)]


def _change(building: Building, purse: _Purse, one: _Spend) -> list[Cell]:
    before = one.row.before
    if not before:
        return ["", ""]
    earlier, inputs = purse.holds(before), (*one.inputs, before)
    period = f"{before.period} to {one.inputs[0].period}"
    label, more = f"Change in spend on {one.row.title}", change(one.amount, earlier)
    name = f"{one.row.id}_change"
    cells: list[Cell] = [building.add(name, label, more, purse.unit, inputs, decimals=purse.decimals, period=period)]
    if earlier.value <= 0:
        return [*cells, ""]
    percent = change_percent(one.amount, earlier)
    return [*cells, building.add(f"{name}_percent", label, percent, "percent", inputs, period=period)]


def _per_person(building: Building, purse: _Purse, one: _Spend) -> Cell:
    people, printed = one.row.people, one.row.spend
    if not people or not printed or not people.value:
        return ""
    pounds = monotone(lambda amount: amount * POUNDS[purse.unit], "+", one.amount)
    cost = cost_of_a_person_a_week(pounds, people.bounded, _weeks(printed))
    label = f"{one.row.title}: cost of a person a week"
    return building.add(f"{one.row.id}_per_person_week", label, cost, "GBP_per_week", (printed, people))


def _not_listed(building: Building, purse: _Purse, whole: Input, spends: Sequence[_Spend]) -> list[Cell]:
    """What the printed total holds beyond the rows."""
    listed, inputs = total(one.amount for one in spends), (whole, *(one for each in spends for one in each.inputs))
    left = change(purse.holds(whole), listed)
    label = "Spend that the rows do not list"
    spent = building.add("not_listed", label, left, purse.unit, inputs, decimals=purse.decimals)
    share: Cell = ""
    if whole.value > 0:
        percent = monotone(lambda all_of_it, rows: 100 - 100 * rows / all_of_it, "+-", purse.holds(whole), listed)
        share = building.add("not_listed_share", f"{label}: share of the total", percent, "percent", inputs)
    return ["Not listed here", spent, share, "", "", ""]
