"""People who pay for all their own care: in care homes by subtraction, at home by survey rates.

Method: docs/method/self-funders.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from marketcross.engine.projection.bounded import Bounded, monotone, percent_of, share, total


@dataclass(frozen=True, slots=True)
class CareHomeSelfFunders:
    """Self-funders are the people in beds whom nobody else pays for."""

    occupied: Bounded
    self_funders: Bounded
    share_of_people: Bounded  # percent of the people in beds
    share_of_beds: Bounded


def in_care_homes(
    beds: Bounded, occupancy_percent: Bounded, council: Bounded, continuing_healthcare: Bounded, other_councils: Bounded
) -> CareHomeSelfFunders:
    """Beds x occupancy, less the people whom the council, the NHS and other councils pay for.

    A negative answer is returned as it is: it says that the inputs cannot all be right.
    """
    inputs = (beds, occupancy_percent, council, continuing_healthcare, other_councils)
    left = monotone(lambda b, o, *paid: b * o / 100 - sum(paid), "++---", *inputs)
    of_people = monotone(lambda b, o, *paid: 100 - 100 * sum(paid) / (b * o / 100), "++---", *inputs)
    of_beds = monotone(lambda b, o, *paid: o - 100 * sum(paid) / b, "++---", *inputs)
    return CareHomeSelfFunders(percent_of(beds, occupancy_percent), left, of_people, of_beds)


def at_most(beds: Bounded, paid: Bounded) -> Bounded:
    """Where an input is missing: self-funders cannot be more than the beds that nobody known pays for."""
    return monotone(lambda b, p: b - p, "+-", beds, paid)


def implied_by_printed(beds: Bounded, paid: Bounded, printed_self_funders: Bounded) -> Bounded:
    """What the missing inputs (empty beds, the NHS, other councils) add up to if the printed number is right."""
    return monotone(lambda b, p, s: b - p - s, "+--", beds, paid, printed_self_funders)


@dataclass(frozen=True, slots=True)
class HomeCareSelfFunders:
    """By band, in all, and with the council's people the whole market."""

    by_band: Mapping[str, Bounded]
    self_funders: Bounded


def at_home(bands: Mapping[str, tuple[Bounded, Bounded, int]]) -> HomeCareSelfFunders:
    """Each band is people, survey rate, and per how many the rate counts."""
    by_band = {
        name: monotone(lambda n, r, of=per: n * r / of, "++", people, rate)
        for name, (people, rate, per) in bands.items()
    }
    return HomeCareSelfFunders(by_band, total(by_band.values()))


def share_of_market(self_funders: Bounded, council: Bounded) -> Bounded:
    """Self-funders as percent of self-funders and the council's people together."""
    return share(self_funders, council)
