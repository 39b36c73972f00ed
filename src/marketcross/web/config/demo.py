"""The demonstration: one made borough, everybody and everything in it made, from the first postcode to a statement.

Made in one transaction: where it is interrupted nothing of it is there, and the next start makes it anew. Each context
makes its own part and hands on the keys that the next one needs.
"""

from datetime import datetime

import numpy as np
from django.db import transaction
from django.utils import timezone

from marketcross import law
from marketcross.synth.people import Likeness, Made, Place, made_people, plan
from marketcross.web.commissioning import demo as commissioning
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.demo import make_accounts, refuse_elsewhere
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.directory import demo as directory
from marketcross.web.directory.advice import demo as advice
from marketcross.web.pathway import demo as pathway
from marketcross.web.people import demo as people
from marketcross.web.people.loading.made import borough_of
from marketcross.web.places import demo as places
from marketcross.web.places.queries import localities
from marketcross.web.publishing import demo as publishing

PEOPLE, SERVICES, SEED = 2_400, 120, 1
PARTS = ("Upper", "Lower", "Market", "Mill", "Abbey", "Station", "Castle", "Green")
BOROUGH = Likeness(
    "A made borough",
    places=tuple(Place(part.lower(), f"{part} Ward") for part in PARTS),
    localities={"council": 4},
)


def make_demo() -> None:
    """Make the accounts and, where it is not there yet, the borough around them."""
    refuse_elsewhere()
    make_accounts()
    if not localities().exists():
        with transaction.atomic():
            _make(timezone.now())


def _make(at: datetime) -> None:
    borough, accounts = _borough(at), _accounts()
    places.make(at=at, made=borough)
    advice.make(at=at)
    listed = directory.make(seed=SEED, at=at, n=SERVICES, member=accounts[Role.PROVIDER])
    directory.make_wants(seed=SEED, at=at, made=listed)
    register = people.make(at=at, borough=borough_of(borough), accounts=accounts)
    pathway.make(
        at=at,
        practitioner=accounts[Role.PRACTITIONER],
        link_worker=accounts[Role.LINK_WORKER],
        people=register.beside,
        manager=pathway.make_manager(by=SYSTEM, at=at, beside=register.resident),
        no_mens_group_in=listed.no_mens_group_in,
    )
    commissioner = accounts[Role.COMMISSIONER]
    commissioning.make(at=at, organisations=listed.organisations, decided_by=commissioner)
    publishing.make(at=at, asked_by=commissioner, category="gardening")  # the men's group is left for the tour


def _borough(at: datetime) -> list[Made]:
    wanted = plan(PEOPLE, timezone.localdate(at), BOROUGH)
    return list(made_people(wanted, np.random.default_rng(SEED), law.load()))


def _accounts() -> dict[str, User]:
    """The demonstration's accounts by role."""
    held = User.objects.filter(email__endswith="@demo.example").prefetch_related("role_assignments")
    return {str(one.role): user for user in held.order_by("recorded_at") for one in user.role_assignments.all()}
