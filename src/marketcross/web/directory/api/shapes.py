"""The objects of Open Referral UK 3.0 as far as the directory fills them: what the API answers, and is tested by.

Source: OpenReferralUK/uk-profile, schema/*.json. Names and required fields are the profile's. What is None is left out
of an answer. ``phones`` and ``application_process`` are fields of HSDS 3.0, which may stand beside the profile's own.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer


class Shape(BaseModel):
    """An object of the specification. Fields that we do not know are allowed in what is read, and dropped."""

    model_config = ConfigDict(extra="ignore", frozen=True, json_schema_mode_override="serialization")


def _empty_is_none(value: object) -> object:
    return None if value == "" else value


def moment(value: datetime) -> str:
    """A moment as answers write it: in UTC, to the microsecond."""
    return value.isoformat(timespec="microseconds").replace("+00:00", "Z")


Moment = Annotated[datetime, PlainSerializer(moment, when_used="json")]
Optional = BeforeValidator(_empty_is_none)
Text = Annotated[str | None, Optional]
Date = Annotated[date | None, Optional]
Uri = Annotated[str | None, Optional, Field(json_schema_extra={"format": "uri"})]
Email = Annotated[str | None, Optional, Field(json_schema_extra={"format": "email"})]
Age = Annotated[float | int | None, Optional]


class TaxonomyTerm(Shape):
    """A term, such as "Lunch clubs"."""

    id: UUID
    name: str
    description: str = ""
    parent_id: UUID | None = None
    taxonomy: Text = None
    taxonomy_id: UUID | None = None
    term: Text = None


class Taxonomy(Shape):
    """A list of terms."""

    id: UUID
    name: str
    description: str = ""
    version: Text = None
    taxonomy_terms: list[TaxonomyTerm] | None = None


class Attribute(Shape):
    """That a term applies to the thing which it stands in."""

    id: UUID
    link_type: Text = None
    taxonomy_term_id: UUID | None = None
    taxonomy_term: TaxonomyTerm | None = None


class Phone(Shape):
    """A telephone number."""

    id: UUID
    number: str
    description: Text = None


class Organization(Shape):
    """Who offers it."""

    id: UUID
    name: str
    description: str = ""
    website: Uri = None
    attributes: list[Attribute] | None = None


class Address(Shape):
    """The postal address of a place. All but ``id`` is required by the profile and may be empty."""

    id: UUID
    address_1: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str
    country: str = "GB"
    address_type: Literal["physical", "postal", "virtual"] = "physical"


class Accessibility(Shape):
    """How to get in."""

    id: UUID
    description: Text = None
    details: Text = None


class Location(Shape):
    """A place on the map."""

    id: UUID
    location_type: Literal["physical", "postal", "virtual"]
    name: Text = None
    latitude: float | None = None
    longitude: float | None = None
    addresses: list[Address] | None = None
    accessibility: list[Accessibility] | None = None


class Schedule(Shape):
    """Weekly hours; times are local, HH:MM."""

    id: UUID
    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    byday: Text = None
    opens_at: Text = None
    closes_at: Text = None
    valid_from: Date = None
    valid_to: Date = None
    notes: Text = None


class ServiceArea(Shape):
    """Whose people may use it. ``extent`` holds our code of the locality."""

    id: UUID
    name: Text = None
    service_area: Text = None
    extent: Text = None
    extent_type: Text = None


class CostOption(Shape):
    """A price in pounds."""

    id: UUID
    option: Text = None
    amount: float | int | None = None
    amount_description: Text = None


class ServiceInShort(Shape):
    """A service as lists show it: its own fields and its organisation's."""

    id: UUID
    organization_id: UUID | None = None
    name: str
    description: Text = None
    url: Uri = None
    email: Email = None
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    application_process: Text = None
    fees: Text = None
    minimum_age: Age = None
    maximum_age: Age = None
    assured_date: Date = None
    alert: Text = None
    last_modified: Moment | None = None
    organization: Organization | None = None


class ServiceWithoutPlaces(ServiceInShort):
    """A service with what belongs to it, as it stands inside a service_at_location."""

    phones: list[Phone] | None = None
    schedules: list[Schedule] | None = None
    service_areas: list[ServiceArea] | None = None
    cost_options: list[CostOption] | None = None
    attributes: list[Attribute] | None = None


class PlaceOfService(Shape):
    """A service at a location, as it stands inside a service."""

    id: UUID
    location: Location | None = None


class Service(ServiceWithoutPlaces):
    """A service with everything."""

    service_at_locations: list[PlaceOfService] | None = None


class ServiceAtLocationInShort(Shape):
    """A service at a location as lists show it."""

    id: UUID
    service_id: UUID
    location: Location
    service: ServiceInShort


class ServiceAtLocation(Shape):
    """A service at a location with everything."""

    id: UUID
    service_id: UUID
    location: Location
    service: ServiceWithoutPlaces


class Minimal(Shape):
    """All that a copy needs in order to know what to ask for again."""

    id: UUID
    last_modified: Moment


class About(Shape):
    """What this API is."""

    version: str
    profile: str
    openapi_url: str
