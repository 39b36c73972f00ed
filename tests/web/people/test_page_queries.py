"""The pages that a practitioner opens most ask the database at most twelve times, however many people there are."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.core.users import give_role, make_user
from marketcross.web.people import actions

pytestmark = pytest.mark.django_db
AT, SINCE = datetime(2026, 11, 20, 9, tzinfo=UTC), date(2026, 1, 1)
MOST = 12
FEW, MANY = 2, 15

Page = Callable[[Client, str], HttpResponseBase]
PAGES: dict[str, Page] = {
    "find": lambda client, key: client.post(reverse("people:find"), {"text": "jon ashdale"}),
    "find misspelt": lambda client, key: client.post(reverse("people:find"), {"text": "jonn ashdael 1940 zx1"}),
    "my people": lambda client, key: client.get(reverse("people:mine")),
    "a record": lambda client, key: client.get(reverse("people:person", args=[key])),
}


@pytest.fixture
def worker() -> User:
    user = make_user(by=SYSTEM, at=AT, email="worker@example.org", name="Worker")
    give_role(by=SYSTEM, at=AT, user=user, role="practitioner", starts_on=SINCE)
    return user


def add(worker: User, count: int) -> str:
    """People of whom every second is the worker's own; returns the key of one of these."""
    people = [
        actions.add_person(
            by=SYSTEM, at=AT, given="Jon", family="Ashdale", born_on=date(1940, 3, 2), postcode=f"ZX1 0A{letter}"
        )
        for letter in "ABDEFGHJLNPQRSTUWXYZ"[:count]
    ]
    for person in people[::2]:
        actions.assign(by=SYSTEM, at=AT, person=person.pk, user=worker, starts_on=SINCE)
    return str(people[0].pk)


def asked(client: Client, page: Page, key: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert page(client, key).status_code == 200
    marks = ("SAVEPOINT", "RELEASE", "ROLLBACK")  # these are the test's own nesting
    return sum(not query["sql"].startswith(marks) for query in queries)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_at_most_twelve_times_and_not_more_for_more_people(name: str, worker: User) -> None:
    client = Client()
    client.force_login(worker)
    key = add(worker, FEW)
    asked(client, PAGES[name], key)  # the first answer fills what is kept for all: content types, localities
    few = asked(client, PAGES[name], key)
    add(worker, MANY)
    assert asked(client, PAGES[name], key) == few <= MOST
