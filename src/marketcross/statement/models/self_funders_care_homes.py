"""kind = "self_funders_care_homes": people who pay for all their own care in care homes, by subtraction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from marketcross.engine.projection.bounded import Bounded, monotone, total
from marketcross.engine.projection.money import share_of_total
from marketcross.engine.projection.self_funders import (
    at_most,
    implied_by_printed,
    in_care_homes,
)
from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import refuse
from marketcross.statement.models.building import Building, Cell
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_figure, as_figures, as_people_in_beds


@dataclass(frozen=True, kw_only=True)
class Asked:
    beds: Annotated[Input, as_figures]
    council: Annotated[Input, as_people_in_beds]
    occupancy: Annotated[Input | None, as_figure] = None
    vacancy: Annotated[Input | None, as_figure] = None
    occupied: Annotated[Input | None, as_people_in_beds] = None
    continuing_healthcare: Annotated[Input | None, as_people_in_beds] = None
    other_councils: Annotated[Input | None, as_people_in_beds] = None

    @property
    def paid(self) -> list[Input]:
        return [one for one in (self.council, self.continuing_healthcare, self.other_councils) if one]

    def missing(self) -> list[str]:
        """What the source does not print, in words."""
        names = {
            "how full the beds are": self.occupancy or self.vacancy or self.occupied,
            "people whom the NHS pays for": self.continuing_healthcare,
            "people whom other councils pay for": self.other_councils,
        }
        return [name for name, given in names.items() if given is None]


def compute(building: Building, asked: Asked, printed: Mapping[str, Input]) -> ModelResult:
    beds, council = asked.beds, asked.council
    bed_row = building.add("beds", "Care home beds", beds.bounded, "beds", (beds,))
    people = building.add("council", "People in beds that the council pays for", council.bounded, "people", (council,))
    share = building.add(
        "council_share",
        "Beds that the council pays for",
        share_of_total(council.bounded, beds.bounded),
        "percent",
        (council, beds),
    )
    table: list[list[Cell]] = [
        ["Beds", bed_row],
        ["Paid for by the council", people],
        ["Council's share of beds", share],
    ]
    missing = asked.missing()
    table += _what_follows(building, asked, printed) if missing else _by_subtraction(building, asked)
    note = f"No estimate of self-funders follows: the source does not print {_listed(missing)}." if missing else ""
    told = {name: one for name, one in printed.items() if not (missing and name == "self_funders")}
    return building.finished(["What", "Number"], table, told, note)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _by_subtraction(building: Building, asked: Asked) -> list[list[Cell]]:
    how_full, occupancy = _occupancy(asked)
    healthcare, others = asked.continuing_healthcare, asked.other_councils
    if healthcare is None or others is None:
        raise AssertionError("missing() would have said so")
    found = in_care_homes(asked.beds.bounded, occupancy, asked.council.bounded, healthcare.bounded, others.bounded)
    inputs = (asked.beds, how_full, *asked.paid)
    occupied = how_full.bounded if how_full is asked.occupied else found.occupied
    made = [
        ("occupied", "People in care home beds", occupied, "people"),
        ("self_funders", "People in care homes who pay for all their own care", found.self_funders, "people"),
        ("self_funders_share", "People in care homes who pay for all their own care", found.share_of_people, "percent"),
        ("self_funders_share_of_beds", "Beds of people who pay for all their own care", found.share_of_beds, "percent"),
    ]
    return [[label, building.add(name, label, value, unit, inputs)] for name, label, value, unit in made]


def _occupancy(asked: Asked) -> tuple[Input, Bounded]:
    """Percent of beds in use, however the source puts it, and the figure that says it."""
    given = [one for one in (asked.occupancy, asked.vacancy, asked.occupied) if one]
    if len(given) > 1:
        raise refuse("give one of occupancy, vacancy and occupied: they say the same thing", "occupancy")
    if asked.occupied:
        return asked.occupied, share_of_total(asked.occupied.bounded, asked.beds.bounded)
    if asked.vacancy:
        return asked.vacancy, monotone(lambda empty: 100 - empty, "-", asked.vacancy.bounded)
    return given[0], given[0].bounded


def _what_follows(building: Building, asked: Asked, printed: Mapping[str, Input]) -> list[list[Cell]]:
    """The most there can be; and what a printed number asks of the inputs that nobody printed."""
    paid = total(one.bounded for one in asked.paid)
    inputs = (asked.beds, *asked.paid)
    label = "Self-funders at the most: beds that no printed payer uses"
    table: list[list[Cell]] = [
        [label, building.add("at_most", label, at_most(asked.beds.bounded, paid), "people", inputs)]
    ]
    if told := printed.get("self_funders"):
        label = "What the unprinted parts must add up to if the printed number is right"
        implied = implied_by_printed(asked.beds.bounded, paid, told.bounded)
        table.append([label, building.add("implied_by_printed", label, implied, "beds", (*inputs, told))])
        label = "Printed self-funders as a share of beds"
        share = share_of_total(told.bounded, asked.beds.bounded)
        table.append([label, building.add("printed_share_of_beds", label, share, "percent", (told, asked.beds))])
    return table
