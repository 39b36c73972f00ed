"""kind = "self_funders_care_homes" (by subtraction) and "self_funders_home_care" (by survey rates)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from marketcross.engine.projection.benchmarks import per_of
from marketcross.engine.projection.bounded import Bounded, monotone, total
from marketcross.engine.projection.money import share_of_total
from marketcross.engine.projection.self_funders import (
    at_home,
    at_most,
    implied_by_printed,
    in_care_homes,
    share_of_market,
)
from marketcross.statement.computed import ModelResult
from marketcross.statement.models.asking import as_rows, refuse
from marketcross.statement.models.building import Building, Cell, words
from marketcross.statement.models.inputs import Input
from marketcross.statement.models.values import as_figure, as_figures, as_people_in_beds, as_text


@dataclass(frozen=True, kw_only=True)
class CareHomes:
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


def compute_care_homes(building: Building, asked: CareHomes, printed: Mapping[str, Input]) -> ModelResult:
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


def _by_subtraction(building: Building, asked: CareHomes) -> list[list[Cell]]:
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


def _occupancy(asked: CareHomes) -> tuple[Input, Bounded]:
    """Percent of beds in use, however the source puts it, and the figure that says it."""
    given = [one for one in (asked.occupancy, asked.vacancy, asked.occupied) if one]
    if len(given) > 1:
        raise refuse("give one of occupancy, vacancy and occupied: they say the same thing", "occupancy")
    if asked.occupied:
        return asked.occupied, share_of_total(asked.occupied.bounded, asked.beds.bounded)
    if asked.vacancy:
        return asked.vacancy, monotone(lambda empty: 100 - empty, "-", asked.vacancy.bounded)
    return given[0], given[0].bounded


def _what_follows(building: Building, asked: CareHomes, printed: Mapping[str, Input]) -> list[list[Cell]]:
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


@dataclass(frozen=True, kw_only=True)
class Band:
    id: Annotated[str, as_text]
    people: Annotated[Input, as_figure]
    rate: Annotated[Input, as_figure]
    label: Annotated[str, as_text] = ""


@dataclass(frozen=True, kw_only=True)
class HomeCare:
    band: Annotated[Sequence[Band], as_rows(Band, "[[model.band]]")] = ()
    self_funders: Annotated[Input | None, as_figures] = None
    council: Annotated[Input | None, as_figures] = None


def compute_home_care(building: Building, asked: HomeCare, printed: Mapping[str, Input]) -> ModelResult:
    if bool(asked.band) == bool(asked.self_funders):
        raise refuse("give [[model.band]], or self_funders where only the result is printed", "kind")
    table: list[list[Cell]] = []
    if asked.self_funders:
        number, note = asked.self_funders.bounded, _NOT_FOLLOWED
        inputs: tuple[Input, ...] = (asked.self_funders,)
    else:
        number, inputs = _by_bands(building, asked.band, table)
        note = ""
    label = "People who pay for all their own home care"
    table.append([label, building.add("self_funders", label, number, "people", inputs)])
    if asked.council:
        both = (*inputs, asked.council)
        market = total((number, asked.council.bounded))
        label = "People with home care, the council's and self-funders"
        table.append([label, building.add("market", label, market, "people", both)])
        label = "Self-funders' share of them"
        share = share_of_market(number, asked.council.bounded)
        table.append([label, building.add("share", label, share, "percent", both)])
    return building.finished(["What", "Number"], table, printed, note)


_NOT_FOLLOWED = (
    "The source prints neither the survey's rates nor the people by age band, so its number is taken as it is."
)


def _by_bands(building: Building, bands: Sequence[Band], table: list[list[Cell]]) -> tuple[Bounded, tuple[Input, ...]]:
    found = at_home({band.id: (band.people.bounded, band.rate.bounded, _per(band)) for band in bands})
    for band in bands:
        label = band.label or words(band.id)
        said = f"{label}: people who pay for all their own home care"
        table.append([label, building.add(band.id, said, found.by_band[band.id], "people", (band.people, band.rate))])
    return found.self_funders, tuple(one for band in bands for one in (band.people, band.rate))


def _per(band: Band) -> int:
    if (per := per_of(band.rate.unit)) is None:
        raise refuse(f"rate must be in percent, per_1k, per_10k or per_100k, not {band.rate.unit}", "rate")
    return per
