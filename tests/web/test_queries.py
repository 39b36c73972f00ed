"""A list costs the same few queries however long it is: counted at two sizes, on every listing page there is."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.messages import send
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.users import give_role, make_user

from .test_actions import make_team
from .test_uploads import _own_folder, keep  # noqa: F401 - uploads lie in a folder of their own

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
MOST = 12
FEW, MANY = 3, 60


@pytest.fixture
def user(db: None) -> User:
    made = make_user(by=SYSTEM, at=AT, email="all@example.org", name="Made Everything")
    for role in Role.values:
        give_role(by=SYSTEM, at=AT, user=made, role=role, starts_on=date(2026, 1, 1))
    return made


def events(user: User, count: int) -> None:
    for number in range(count):
        make_team(by=SYSTEM, at=AT, name=f"Team {number} of {count}")


def failed_jobs(user: User, count: int) -> None:
    for _ in range(count):
        send(by=SYSTEM, at=AT, template="sign_in_link", to="a@example.org", about=user, link="https://care.example/")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")


def uploads(user: User, count: int) -> None:
    for number in range(count // 2):
        keep(user, name=f"{number}.pdf")


def statements(user: User, count: int) -> None:
    for number in range(count):
        place = Path(django_settings.DATA) / "statements" / f"made-{number}"
        place.mkdir(parents=True, exist_ok=True)
        (place / "evidence.json").write_text(json.dumps({"statement": {"title": f"Made {number}", "edition": "1"}}))


def nothing(user: User, count: int) -> None:
    """A page that lists no records of ours."""


# Every page that shows a list, and what makes it long.
LISTS: dict[str, Callable[[User, int], None]] = {
    "/": nothing,
    "/account": nothing,
    "/account/files": uploads,
    "/staff/audit": events,
    "/staff/audit?action=test&sort=action&page=2": events,
    "/staff/jobs": failed_jobs,
    "/staff/jobs?sort=-attempts": failed_jobs,
    "/staff/rules": nothing,
    "/statements/": statements,
}


@pytest.fixture(autouse=True)
def _own_statements(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.DATA = tmp_path
    yield


def cost(user: User, address: str) -> int:
    """Queries of one page for somebody signed in, session and roles included."""
    client = Client()
    client.force_login(user)
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
def test_a_page_costs_the_same_few_queries_however_much_there_is(address: str, user: User) -> None:
    LISTS[address](user, FEW)
    few = cost(user, address)
    LISTS[address](user, MANY)
    many = cost(user, address)
    assert few == many <= MOST, (few, many)


def test_every_page_that_makes_a_listing_is_counted() -> None:
    """A new page that calls ``listing`` fails here until it stands in LISTS."""
    counted = {address.split("?")[0].strip("/") for address in LISTS}

    def routes(patterns: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
        for entry in patterns:
            where = prefix + str(entry.pattern)
            if where.startswith("cms/"):
                continue
            if isinstance(entry, URLPattern):
                yield where.strip("/"), entry.callback
            else:
                yield from routes(entry.url_patterns, where)

    lists = {where for where, view in routes(get_resolver().url_patterns) if "listing" in view.__code__.co_names}
    assert lists <= counted and len(lists) >= 2
