"""Whether a location may be listed as giving personal care."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from marketcross.opendata.cqc.location import Location
from marketcross.opendata.cqc.names import CARE_WITH_ACCOMMODATION, PERSONAL_CARE


class Where(Enum):
    """Where the personal care is given. The value is the regulated activity that carries it there."""

    PERSONS_OWN_HOME = PERSONAL_CARE
    CARE_HOME = CARE_WITH_ACCOMMODATION


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes or no, and a sentence that says why and, where it is no, what would change it."""

    yes: bool
    why: str

    def __bool__(self) -> bool:
        return self.yes


def may_list_personal_care(location: Location, *, on: date, where: Where = Where.PERSONS_OWN_HOME) -> Verdict:
    """Personal care may be listed where the location's registration carries it on that day.

    The location must be on the register on the day, must not be dormant, and must be registered for the regulated
    activity: 'Personal care' for care in a person's own home (home care, supported living, extra care housing, Shared
    Lives), 'Accommodation for persons who require nursing or personal care' for care in a care home. One does not
    stand for the other. A service type is no registration. Where the source does not say, the answer is no.

    A personal assistant whom the person engages needs no location; nobody asks this function about one.
    """
    if location.registered_on and on < location.registered_on:
        return Verdict(False, f"{location.name} is registered with the CQC only from {location.registered_on}.")
    if not location.registered(on):
        return Verdict(False, f"{location.name} left the CQC's register on {location.deregistered_on}.")
    if location.dormant:
        return Verdict(
            False, f"{location.name} is dormant on the CQC's register: it must tell the CQC that it gives care."
        )
    if location.activities is None:
        said = "The CQC file that was loaded does not say what this location is registered for"
        return Verdict(False, f"{said}: load the directory with filters, or the location itself.")
    if where.value not in location.activities:
        return Verdict(False, f"{location.name} is not registered with the CQC for '{where.value}'.")
    return Verdict(True, f"{location.name} is registered with the CQC for '{where.value}'.")
