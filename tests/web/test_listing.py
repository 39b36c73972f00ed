"""A table is sorted as its address says, either way round; an address that means nothing changes nothing."""

from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import Team
from marketcross.web.core.pages.listing import Column, Listing, listing

from .test_actions import make_team

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def teams() -> None:
    for name in ("Alder", "Beech", "Cedar"):
        make_team(by=SYSTEM, at=datetime(2026, 11, 21, 9, tzinfo=UTC), name=name)


def shown(address: str, sort: str) -> Listing:
    columns = [Column("Team", lambda team: team.name, sort=sort)]
    return listing(RequestFactory().get(address), Team.objects.all(), columns, "Teams")


@pytest.mark.parametrize(
    ("sort", "address", "first", "state"),
    [
        ("name", "/", "Alder", "ascending"),
        ("-name", "/", "Cedar", "descending"),
        ("-name", "/?sort=name", "Alder", "ascending"),
        ("-name", "/?sort=-name", "Cedar", "descending"),
        ("name", "/?sort=-name", "Cedar", "descending"),
        ("-name", "/?sort=--name", "Cedar", "descending"),
        ("name", "/?sort=id%3B", "Alder", "ascending"),
    ],
)
def test_sorted_as_the_address_says(sort: str, address: str, first: str, state: str) -> None:
    found = shown(address, sort)
    assert found.rows[0][0]["text"] == first and found.columns[0]["sorted"] == state


@pytest.mark.parametrize("sort", ["name", "-name"])
def test_pressing_a_heading_turns_the_list_round_and_back(sort: str) -> None:
    once = shown("/", sort)
    twice = shown(f"/{once.columns[0]['href']}", sort)
    thrice = shown(f"/{twice.columns[0]['href']}", sort)
    names = [[row[0]["text"] for row in one.rows] for one in (once, twice, thrice)]
    assert names[0] == names[1][::-1] == names[2]
