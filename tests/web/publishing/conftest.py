"""A made borough in which people looked in vain."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.directory.actions import leave_want
from marketcross.web.places.models import Locality
from marketcross.web.publishing.actions import count_wants, make_opportunity, publish_opportunity
from marketcross.web.publishing.models import EvidenceSnapshot, Opportunity

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
ASKED = datetime(2026, 9, 14, 9, tzinfo=UTC)
FIRST, LAST = date(2026, 9, 1), date(2026, 11, 1)
NAMES = {"E1": "Eastbrook", "E2": "Westmere"}
SAID = {
    "title": "A men's group in Eastbrook",
    "words": "Many men told us that they would like to make and mend things with others.",
    "we_offer": "A small grant to begin.",
    "how_to_answer": "Press Answer on this page.",
}


@action("test.localities_made")
def make_localities(*, by: Actor, at: datetime) -> None:
    for code, name in NAMES.items():
        note(Locality.objects.create(kind="council_locality", code=code, name=name))


@pytest.fixture
def borough(db: None) -> None:
    make_localities(by=SYSTEM, at=AT)


Wanter = Callable[..., None]


@pytest.fixture
def wanted(borough: None) -> Wanter:
    """Leave wants: ``wanted(7, locality="E1", group="men")``."""

    def left(times: int, *, at: datetime = ASKED, category: str = "mens-group", **said: Any) -> None:
        for _ in range(times):
            leave_want(by=SYSTEM, at=at, category=category, **({"locality": "E1"} | said))

    return left


@pytest.fixture
def snapshot(wanted: Wanter) -> EvidenceSnapshot:
    """Nine want a men's group in Eastbrook, seven in Westmere, three gardening."""
    wanted(9, group="men", time="weekday_morning")
    wanted(7, locality="E2", group="men", time="weekday_morning")
    wanted(3, category="gardening")
    return count_wants(by=SYSTEM, at=AT, starts_on=FIRST, ends_on=LAST)


@pytest.fixture
def opportunity(snapshot: EvidenceSnapshot) -> Opportunity:
    """The men's group in Eastbrook, published."""
    evidence = snapshot.counts.get(category="mens-group", locality="E1", group="", time="")
    made = make_opportunity(by=SYSTEM, at=AT, evidence=evidence, **SAID)
    return publish_opportunity(by=SYSTEM, at=AT, opportunity=made.pk)


def user_with(role: str, name: str = "") -> User:
    user = make_user(by=SYSTEM, at=AT, email=f"{name or role}@example.org", name=role)
    give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=date(2026, 1, 1))
    return user
