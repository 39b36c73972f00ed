"""One location of the Commission's register, whichever file or interface it was read from."""

from dataclasses import dataclass, field
from datetime import date

from marketcross.opendata.cqc.names import CARE_HOMES
from marketcross.opendata.cqc.rating import Ratings

_PAGE = "https://www.cqc.org.uk/location/"


@dataclass(frozen=True, slots=True)
class Provider:
    """Who carries the service on, and the brand it trades under, if any."""

    id: str
    name: str = ""
    brand: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A registered place of a provider: a home, or the office that home care is run from.

    None means that the source does not say, which is never the same as no. ``activities`` are the regulated activities
    that the location is registered for; ``specialisms`` whom or what it says it serves. ``primary_id`` names the other
    registration of the same premises that is counted, where two providers are registered there.
    """

    id: str
    name: str
    provider: Provider
    address: tuple[str, ...] = ()
    postcode: str = ""
    telephone: str = ""
    website: str = ""
    local_authority: str = ""
    region: str = ""
    registered_on: date | None = None
    deregistered_on: date | None = None
    dormant: bool | None = None
    beds: int | None = None
    service_types: tuple[str, ...] = ()
    activities: tuple[str, ...] | None = None
    specialisms: tuple[str, ...] = ()
    ratings: Ratings = field(default_factory=Ratings)
    checked_on: date | None = None
    dual_registered: bool | None = None
    primary_id: str = ""

    @property
    def report_page(self) -> str:
        """The Commission's own page about the location, with its reports."""
        return f"{_PAGE}{self.id}"

    @property
    def is_care_home(self) -> bool:
        """Whether one of its service types is a care home."""
        return bool(CARE_HOMES & set(self.service_types))

    def registered(self, on: date) -> bool:
        """Whether it is on the register on a day; the day of deregistration is the first without it."""
        begun = self.registered_on is None or self.registered_on <= on
        return begun and (self.deregistered_on is None or on < self.deregistered_on)


def counted_once(locations: list[Location]) -> list[Location]:
    """Without the second registration of premises that two providers share, so that beds are not counted twice."""
    there = {location.id for location in locations}
    return [one for one in locations if one.primary_id in ("", one.id) or one.primary_id not in there]
