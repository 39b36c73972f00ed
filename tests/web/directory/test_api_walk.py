"""Walking all pages: every service once, whatever the size, also when others are listed on the way."""

import json

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory import actions
from marketcross.web.directory.listing import Listing, Place
from marketcross.web.directory.models import Publication, PublishedPlace
from marketcross.web.directory.queries.listings import listing_of

from .conftest import AT, Lister

pytestmark = pytest.mark.django_db
HOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HALLS = (Place(postcode="ZX1 0AA"), Place(postcode="ZX2 0AA"))


def page(client: Client, path: str, number: int, size: int) -> dict:
    answer = client.get(f"/api/v3{path}", {"page": number, "per_page": size, "minimal": "true"})
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def walk(client: Client, path: str, size: int, between=lambda number: None) -> list[str]:
    """All identifiers as a reader comes by them, doing something ``between`` two pages."""
    seen, number = [], 1
    while True:
        said = page(client, path, number, size)
        seen += [entry["id"] for entry in said["contents"]]
        assert said["size"] == len(said["contents"]) <= size
        if said["last_page"]:
            return seen
        between(number)
        number += 1


@HOW
@given(size=st.integers(1, 13))
def test_every_service_and_place_once_at_any_size(client: Client, listed: Lister, size: int) -> None:
    if not Publication.objects.exists():
        for number in range(11):
            listed(f"Chess {number}", places=HALLS)
    for path, rows in (("/services", Publication), ("/service_at_locations", PublishedPlace)):
        seen = walk(client, path, size)
        field = "service_id" if rows is Publication else "key"
        assert seen == [str(key) for key in rows.objects.order_by("number").values_list(field, flat=True)]


@HOW
@given(size=st.integers(1, 5), what=st.lists(st.sampled_from(["list", "edit", "nothing"]), max_size=6))
def test_nothing_is_skipped_or_doubled_while_others_list_and_edit(
    client: Client, listed: Lister, size: int, what: list[str]
) -> None:
    there = [listed(f"Chess {number}", places=HALLS) for number in range(6)]
    todo = iter(what)

    def between(number: int) -> None:
        match next(todo, "nothing"):
            case "list":
                listed("New", places=HALLS)
            case "edit":
                edited = there[number % len(there)]
                said = listing_of(edited)
                other = Listing(**{f: getattr(said, f) for f in said.__slots__} | {"description": f"Said on {number}."})
                actions.change_service(by=SYSTEM, at=AT, service=edited.pk, listing=other)

    for path in ("/services", "/service_at_locations"):
        before = walk(client, path, 100)
        seen = walk(client, path, size, between)
        assert len(seen) == len(set(seen))
        assert seen[: len(before)] == before


def test_what_is_hidden_on_the_way_may_shift_a_page_as_the_method_page_says(client: Client, listed: Lister) -> None:
    there = [listed(f"Chess {number}") for number in range(4)]
    seen = walk(client, "/services", 2, lambda _: actions.hide(by=SYSTEM, at=AT, service=there[0].pk))
    assert str(there[2].pk) not in seen
    assert str(there[2].pk) in walk(client, "/services", 50)
