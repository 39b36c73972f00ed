"""Wants count once, and neither the words nor whose they are is kept anywhere."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from marketcross.web.core.actor import ANONYMOUS, SYSTEM
from marketcross.web.directory import actions
from marketcross.web.directory.counting import DAYS, MOST, Visitor, counted_before
from marketcross.web.directory.models import Want, WantDay, WantMark

from .conftest import AT, Lister

pytestmark = pytest.mark.django_db


def leave(who: Visitor, *, days: int = 0, locality: str = "E1", group: str = "men") -> bool:
    """Leave a want as the page does; whether it counted."""
    at = AT + timedelta(days=days)
    if counted_before(who, "mens-group", locality, on=at.date()):
        return False
    actions.leave_want(by=ANONYMOUS, at=at, category="mens-group", locality=locality, group=group, visitor=who)
    return True


def visitor(browser: str, address: str = "192.0.2.1") -> Visitor:
    return Visitor((("browser", browser), ("address", address)))


@pytest.mark.parametrize(("days", "counts"), [(DAYS - 1, False), (DAYS, True), (DAYS + 1, True)])
def test_a_browser_counts_once_in_four_weeks(borough: None, days: int, counts: bool) -> None:
    assert leave(visitor("a")) and not leave(visitor("a"))
    assert leave(visitor("a"), days=days) is counts


def test_an_address_counts_as_often_as_it_may_and_no_more(borough: None) -> None:
    counted = [leave(visitor(str(number)), days=number) for number in range(6)]
    assert counted == [True] * MOST["address"] + [False] * (6 - MOST["address"])
    assert leave(visitor("x", "192.0.2.2"))


def test_another_group_or_place_is_no_other_visitor(borough: None) -> None:
    assert leave(visitor("a")) and not leave(visitor("a"), group="women") and not leave(visitor("a"), locality="E2")
    assert not counted_before(visitor("a"), "lunch-club", "E1", on=AT.date())
    assert leave(visitor("b")) and not leave(visitor("c")), "two from one address"
    assert leave(visitor("c"), locality="E2")


def test_a_mark_refers_to_no_want_and_goes_with_its_day(borough: None) -> None:
    leave(visitor("a"))
    assert {field.name for field in WantMark._meta.get_fields()} == {"mark", "day"}
    actions.forget_marks(by=SYSTEM, at=AT + timedelta(days=DAYS))
    assert not WantDay.objects.exists() and not WantMark.objects.exists() and Want.objects.count() == 1


def everything() -> str:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" AS t')
            found += [str(row) for (row,) in cursor.fetchall()]
    return "\n".join(found).lower()


def test_the_words_of_a_search_are_kept_nowhere(listed: Lister, caplog: pytest.LogCaptureFixture) -> None:
    listed("Bingo at the hall")
    client = Client(REMOTE_ADDR="203.0.113.77")
    with caplog.at_level(logging.DEBUG, logger="marketcross"):
        page = client.get("/find-support", {"q": "blokes zyxwvut qwertzu", "where": "ZX1 0AA"}).content.decode()
        address = page.split('href="/find-support/missing')[1].split('"')[0].replace("&amp;", "&")
        chosen = {"category": "mens-group", "locality": "E1", "source": "self", "q": "zyxwvut", "words": "zyxwvut"}
        assert client.post(f"/find-support/missing{address}", chosen).status_code == 302
    assert Want.objects.count() == 1
    kept = everything()
    assert "mens-group" in kept, "the tables were read"
    for word in ("zyxwvut", "qwertzu", "203.0.113.77"):
        assert word not in kept and word not in caplog.text and word not in address
