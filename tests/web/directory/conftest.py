"""A small made borough with two localities, and a way to list services in it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from marketcross.opendata.cqc import Location, Provider
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.directory import actions
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Organisation, Service
from marketcross.web.directory.registration.loading import load_register
from marketcross.web.places.models import Locality, Postcode, PostcodeLocality

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
# postcode: easting, northing, council locality
POSTCODES = {
    "ZX1 0AA": (500_000, 200_000, "E1"),
    "ZX1 0AB": (500_300, 200_400, "E1"),
    "ZX2 0AA": (503_000, 204_000, "E2"),
    "ZX9 9ZZ": (520_000, 200_000, "E2"),
}
NAMES = {"E1": "Eastbrook", "E2": "Westmere"}


@action("test.borough_made")
def make_borough(*, by: Actor, at: datetime) -> None:
    localities = {c: Locality.objects.create(kind="council_locality", code=c, name=n) for c, n in NAMES.items()}
    for postcode, (easting, northing, code) in POSTCODES.items():
        made = Postcode.objects.create(postcode=postcode, easting=easting, northing=northing)
        PostcodeLocality.objects.create(postcode=made, locality=localities[code], kind="council_locality")
        note(made)


@pytest.fixture
def borough(db: None) -> None:
    make_borough(by=SYSTEM, at=AT)


@pytest.fixture
def organisation(borough: None) -> Organisation:
    return actions.list_organisation(by=SYSTEM, at=AT, name="Made Neighbours")


Lister = Callable[..., Service]


@pytest.fixture
def listed(organisation: Organisation) -> Lister:
    """List a service: ``listed("Chess", category="games", ...)``."""

    def made(name: str, **said: Any) -> Service:
        said = {"category": "games", "phone": "01632 960 000", "everywhere": True} | said
        listing = Listing(name=name, **said)
        return actions.list_service(by=SYSTEM, at=AT, organisation=organisation.pk, listing=listing)

    return made


HOME_CARE = Location(
    "1-9000003", "Haslebeck at Home", Provider("1-8000003", "Haslebeck Support Limited"), activities=("Personal care",)
)


@pytest.fixture
def register(borough: None) -> Location:
    """A register with one place that carries care in people's own homes."""
    load_register(by=SYSTEM, at=AT, locations=[HOME_CARE], on=AT.date(), source="made")
    return HOME_CARE
