"""A session that nobody uses ends; what its owner was sending waits for them, and for nobody else."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.core.sessions import kept
from marketcross.web.core.users import give_role, make_user

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
IDLE = timedelta(seconds=settings.SESSION_IDLE_SECONDS)
FORM = "/staff/jobs/7/again?from=list"  # a page that an administrator may send something to
WORDS = {"what_matters": "Sunday walks", "helpers": ["Ann", "Bo"]}


def somebody(name: str) -> User:
    user = make_user(by=SYSTEM, at=AT, email=f"{name}@example.org", name=name)
    give_role(by=SYSTEM, at=AT, user=user, role="administrator", starts_on=AT.date())
    return user


@pytest.fixture
def ann(db: None) -> User:
    return somebody("ann")


def signed_in(user: User, client: Client | None = None) -> Client:
    client = client or Client()
    client.force_login(user)
    client.get("/account")
    return client


def later(after: timedelta):  # type: ignore[no-untyped-def]
    """The middleware's clock, some time on."""
    return patch("marketcross.web.core.sessions.middleware.timezone.now", return_value=timezone.now() + after)


def sent_late(client: Client, **more: object) -> HttpResponse:
    with later(IDLE):
        return client.post(FORM, WORDS | more)


@pytest.mark.parametrize(("unused", "status"), [(-timedelta(seconds=10), 200), (timedelta(seconds=0), 302)])
def test_a_session_ends_when_it_was_unused_for_half_an_hour(ann: User, unused: timedelta, status: int) -> None:
    client = signed_in(ann)
    with later(IDLE + unused):
        assert client.get("/account").status_code == status
    assert AuditEvent.objects.filter(action="sign_in.ended_unused").count() == (status == 302)


def test_use_prolongs_a_session_and_a_working_day_ends_it(ann: User) -> None:
    client, steps = signed_in(ann), settings.SESSION_LONGEST_SECONDS // (20 * 60)
    for step in range(1, steps):
        with later(timedelta(minutes=20 * step)):
            assert client.get("/account").status_code == 200
    with later(timedelta(minutes=20 * steps)):
        assert client.get("/account").status_code == 302


def test_the_page_says_how_long_is_left_and_the_button_prolongs_it(ann: User) -> None:
    client = signed_in(ann)
    page = client.get("/account").content.decode()
    assert f'data-session-seconds="{settings.SESSION_IDLE_SECONDS - 1}"' in page
    assert "data-session-seconds" not in Client().get("/").content.decode()
    stayed = client.post("/session/stay", headers={"Sec-Fetch-Mode": "cors"})
    assert (stayed.status_code, int(stayed["X-Session-Seconds"]) > settings.SESSION_IDLE_SECONDS - 5) == (204, True)
    assert client.post("/session/stay", {"back": "/account"}).url == "/account"  # type: ignore[attr-defined]
    assert client.post("/session/stay", {"back": "//evil.example"}).url == "/"  # type: ignore[attr-defined]


def test_what_was_sent_too_late_is_shown_after_signing_in_again_and_can_be_sent(ann: User) -> None:
    client = signed_in(ann)
    answer = sent_late(client)
    assert answer.status_code == 302 and answer.url.startswith("/sign-in")  # type: ignore[attr-defined]
    signed_in(ann, client)
    page = client.get("/session/kept").content.decode()
    assert "Sunday walks" in page and page.count('name="helpers"') == 2 and f'action="{FORM}"' in page
    client.post(FORM, WORDS)
    assert client.get("/session/kept").status_code == 302, "sent, so no longer kept"


def test_it_can_be_let_go(ann: User) -> None:
    client = signed_in(ann)
    sent_late(client)
    signed_in(ann, client)
    assert client.post("/session/kept").url == FORM  # type: ignore[attr-defined]
    assert kept.KEPT not in client.session


def test_another_person_on_the_same_machine_gets_nothing_and_it_is_gone(ann: User) -> None:
    client = signed_in(ann)
    sent_late(client)
    signed_in(somebody("bo"), client)
    assert client.get("/session/kept").status_code == 302
    assert kept.KEPT not in client.session
    signed_in(ann, client)
    assert client.get("/session/kept").status_code == 302


def test_even_the_bare_session_of_another_does_not_open(ann: User) -> None:
    client = signed_in(ann)
    sent_late(client)
    assert "Sunday" not in str(dict(client.session))
    sealed, other = client.session[kept.KEPT], signed_in(somebody("bo"))
    session = other.session
    session[kept.KEPT] = sealed
    session.save()
    assert other.get("/session/kept").status_code == 302


@pytest.mark.parametrize("name", ["password", "new_password1", "code", "pin", "secret_word", "csrfmiddlewaretoken"])
def test_passwords_codes_and_files_are_never_kept(ann: User, name: str) -> None:
    client = signed_in(ann)
    sent_late(client, **{name: "hush-hush", "file": SimpleUploadedFile("plan.txt", b"hush-hush")})
    signed_in(ann, client)
    page = client.get("/session/kept").content.decode()
    assert "Sunday walks" in page and "hush-hush" not in page and "plan.txt" not in page


def test_a_postcode_is_no_code(ann: User) -> None:
    client = signed_in(ann)
    sent_late(client, postcode="BA1 1AA")
    signed_in(ann, client)
    assert "BA1 1AA" in client.get("/session/kept").content.decode()


@pytest.mark.parametrize(("size", "is_kept"), [(kept.LARGEST // 2, True), (kept.LARGEST + 1, False)])
def test_what_is_kept_has_a_limit(ann: User, size: int, is_kept: bool) -> None:
    client = signed_in(ann)
    sent_late(client, words="x" * size)
    assert (kept.KEPT in client.session) is is_kept


def test_nothing_is_kept_of_a_forged_form_of_a_script_or_of_a_public_page(ann: User) -> None:
    forged = signed_in(ann, Client(enforce_csrf_checks=True))
    assert sent_late(forged).status_code == 403 and kept.KEPT not in forged.session
    for address, headers in ((FORM, {"Sec-Fetch-Mode": "cors"}), ("/sign-in", {})):
        client = signed_in(ann)
        with later(IDLE):
            client.post(address, WORDS, headers=headers)
        assert kept.KEPT not in client.session
