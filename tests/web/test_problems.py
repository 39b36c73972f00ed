"""What went wrong is said in plain words, even where nothing works; the first page shows the ways that are open."""

from datetime import UTC, datetime

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models.role import Role
from marketcross.web.core.pages.ways import all_ways
from marketcross.web.core.users import give_role, make_user
from marketcross.web.core.views import home, problems

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def test_the_page_of_our_fault_asks_no_database_and_says_what_to_do() -> None:
    """Without the mark for the database, a query fails this test."""
    page = problems.broken(RequestFactory().get("/"))
    words = page.content.decode()
    assert page.status_code == 500 and "our fault" in words and "Call us on" in words


@pytest.mark.django_db
def test_a_real_fault_gives_that_page_and_a_number_to_tell_us(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> list[object]:
        raise RuntimeError("Ann's secret")

    monkeypatch.setattr(home, "ways_for", fails)
    answer = Client(raise_request_exception=False).get("/")
    words = answer.content.decode()
    assert answer.status_code == 500 and answer["X-Request-Id"] in words and "secret" not in words


def test_a_request_that_is_none_is_told_so() -> None:
    page = problems.not_understood(HttpRequest(), ValueError("x"))
    assert page.status_code == 400 and "too large" in page.content.decode()


@pytest.mark.django_db
def test_forged_and_outdated_forms_are_told_how_to_go_on() -> None:
    answer = Client(enforce_csrf_checks=True).post("/resume", {"code": "x"})
    assert answer.status_code == 403 and "back button" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [None, *Role.values])
def test_every_way_on_the_first_page_is_open_to_whoever_sees_it(role: str | None) -> None:
    client = Client()
    if role:
        user = make_user(by=SYSTEM, at=AT, email="a@example.org", name="A")
        give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=AT.date())
        client.force_login(user)
    page = client.get("/").content.decode()
    shown = [way for way in all_ways() if f'href="{way.href}"' in page.partition("<main")[2]]
    assert len(shown) >= 4
    assert all(client.get(way.href).status_code == 200 for way in shown)
    assert role != "auditor" or {"core:audit", "core:messages", "core:rules"} <= {way.route for way in shown}
