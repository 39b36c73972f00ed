"""A public form can be sent only so often from one address, and the page says so in plain words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from marketcross.web.core.access import limits
from marketcross.web.core.access.rules import all_rules
from marketcross.web.core.models import Attempt
from marketcross.web.core.sign_in.address import address_of
from marketcross.web.core.sign_in.throttle import WINDOW, forget_old

from .test_uploads import resident


def later(minutes: int = 0) -> datetime:
    """Now, asked when the test runs, and some minutes after."""
    return datetime.now(UTC) + timedelta(minutes=minutes)


OVER = int(WINDOW.total_seconds()) // 60 + 1


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three times in a quarter of an hour, for every public form."""
    rules = {name: replace(rule, posts=3) for name, rule in all_rules().items()}
    monkeypatch.setattr(limits, "all_rules", lambda: rules)


def ask(address: str = "192.0.2.1", path: str = "/sign-in/link") -> Any:
    return Client().post(path, {"email": "a@example.org", "password": "x"}, REMOTE_ADDR=address)


@pytest.mark.django_db
def test_the_fourth_time_is_refused_in_plain_words(three: None) -> None:
    assert [ask().status_code for _ in range(3)] == [200, 200, 200]
    refused = ask()
    assert refused.status_code == 429 and refused["Retry-After"] == "900"
    assert "Wait 15 minutes" in refused.content.decode() and "Too many tries" in refused.content.decode()
    assert "default-src 'none'" in refused["Content-Security-Policy"]


@pytest.mark.django_db
def test_other_addresses_other_forms_and_reading_are_not_touched(three: None) -> None:
    for _ in range(4):
        ask()
    assert ask(address="192.0.2.2").status_code == 200
    assert ask(path="/sign-in").status_code == 200
    assert Client().get("/sign-in/link", REMOTE_ADDR="192.0.2.1").status_code == 200


@pytest.mark.django_db
def test_it_is_over_after_a_quarter_of_an_hour(three: None) -> None:
    for _ in range(4):
        ask()
    with patch("django.utils.timezone.now", return_value=later(OVER)):
        assert ask().status_code == 200


@pytest.mark.django_db
def test_somebody_signed_in_is_not_counted(three: None) -> None:
    client = Client()
    client.force_login(resident())
    assert {client.post("/sign-in/link", {"email": "a@example.org"}).status_code for _ in range(5)} == {200}
    assert not Attempt.objects.filter(what__startswith="form").exists()


@pytest.mark.django_db
def test_no_address_is_kept_and_what_is_kept_goes() -> None:
    ask("192.0.2.77")
    rows = list(Attempt.objects.values())
    assert rows and "192.0.2" not in str(rows)
    assert forget_old(at=later()) == 0 and forget_old(at=later(OVER)) == len(rows)


def test_a_refused_address_costs_no_more_rows(db: None, three: None) -> None:
    for _ in range(8):
        ask()
    assert Attempt.objects.filter(what="form core:ask_for_link").count() == 3


@pytest.mark.parametrize(
    ("tls", "forwarded", "believed"),
    [
        ("none", "203.0.113.9", "10.0.0.1"),  # nobody stands before us: the header is the caller's own words
        ("proxy", "203.0.113.9", "203.0.113.9"),
        ("proxy", "6.6.6.6, 203.0.113.9", "203.0.113.9"),  # the caller wrote the first, our proxy the last
        ("proxy", "", "10.0.0.1"),
    ],
)
def test_an_address_cannot_be_made_up(monkeypatch: pytest.MonkeyPatch, tls: str, forwarded: str, believed: str) -> None:
    monkeypatch.setattr(settings, "ENVIRONMENT", settings.ENVIRONMENT.model_copy(update={"tls": tls}))
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert address_of(request) == believed


@pytest.mark.parametrize("name", [name for name, rule in all_rules().items() if rule.public])
def test_every_public_route_has_a_limit(name: str) -> None:
    assert 0 < all_rules()[name].posts <= 600
    assert len(f"form {name}") <= 40
