"""Nobody is in before the second step; guessing is slow; answers do not tell who has an account."""

import re
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import AuditEvent, Message, User
from marketcross.web.core.sign_in.throttle import PER_ACCOUNT
from marketcross.web.core.users import make_user

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
PASSWORD = "three-crows-on-a-wall"


@pytest.fixture
def worker(db: None) -> User:
    return make_user(by=SYSTEM, at=AT, email="Worker@Example.org", name="Made Worker", password=PASSWORD)


@pytest.fixture
def resident(db: None) -> User:
    return make_user(by=SYSTEM, at=AT, email="resident@example.org", name="Made Resident")


def code_of(user: User) -> str:
    device = TOTPDevice.objects.get(user=user)
    return f"{totp(device.bin_key):06d}"


def first_step(client: Client, password: str = PASSWORD) -> int:
    return client.post("/sign-in", {"email": "worker@example.org", "password": password}).status_code


def is_in(client: Client) -> bool:
    return client.get("/account").status_code == 200


def set_up(client: Client, user: User) -> list[str]:
    client.get("/sign-in/second-factor")
    page = client.post("/sign-in/second-factor", {"code": code_of(user)}).content.decode()
    return re.findall(r"<code>(\w+)</code>", page)


def test_password_then_setting_up_then_in(worker: User) -> None:
    client = Client()
    assert first_step(client) == 302 and not is_in(client)
    assert client.get("/sign-in/code").url == "/sign-in/second-factor"  # type: ignore[attr-defined]
    codes = set_up(client, worker)
    assert len(codes) == 8 and is_in(client)
    assert AuditEvent.objects.filter(action="sign_in.done", actor_id=worker.pk).count() == 1


def test_a_card_code_works_once(worker: User) -> None:
    client = Client()
    first_step(client)
    card = set_up(client, worker)[0]
    for works in (True, False):
        other = Client()
        first_step(other)
        other.post("/sign-in/code", {"code": card.upper()})
        assert is_in(other) is works


def test_somebody_with_only_the_password_cannot_replace_the_codes(worker: User) -> None:
    client = Client()
    first_step(client)
    set_up(client, worker)
    thief = Client()
    first_step(thief)
    assert thief.get("/sign-in/second-factor").status_code == 302
    assert not is_in(thief)


def test_guessing_a_password_is_stopped_and_the_answer_is_the_same_for_strangers(worker: User) -> None:
    client = Client()
    for _ in range(PER_ACCOUNT):
        page = client.post("/sign-in", {"email": "worker@example.org", "password": "wrong"}).content.decode()
        assert "is not right" in page
    page = client.post("/sign-in", {"email": "worker@example.org", "password": PASSWORD}).content.decode()
    assert "Too many tries" in page
    stranger = Client().post("/sign-in", {"email": "nobody@example.org", "password": "wrong"}).content.decode()
    assert "is not right" in stranger


def test_guessing_a_code_is_stopped(worker: User) -> None:
    client = Client()
    first_step(client)
    set_up(client, worker)
    guesser = Client()
    first_step(guesser)
    for _ in range(PER_ACCOUNT):
        guesser.post("/sign-in/code", {"code": "000000"})
    page = guesser.post("/sign-in/code", {"code": code_of(worker)}).content.decode()
    assert "Too many tries" in page and not is_in(guesser)


def test_the_first_step_is_forgotten_after_ten_minutes(worker: User) -> None:
    client = Client()
    first_step(client)
    later = timezone.now() + timedelta(minutes=11)
    with patch("marketcross.web.core.views.sign_in.timezone.now", return_value=later):
        assert client.get("/sign-in/code").url == "/sign-in"  # type: ignore[attr-defined]


def link_in(message: Message) -> str:
    found = re.search(r"http://testserver(/\S+)", message.body)
    assert found
    return found.group(1)


def test_a_link_works_once_and_only_by_its_button(resident: User) -> None:
    client = Client()
    client.post("/sign-in/link", {"email": "RESIDENT@example.org"})
    link = link_in(Message.objects.get())
    assert client.get(link).status_code == 200 and "sign_in_pending" not in client.session
    assert client.post(link).status_code == 302 and not is_in(client)
    assert len(set_up(client, resident)) == 8 and is_in(client)
    assert Client().get(link).status_code == 410
    assert Client().get(link[:-2] + "xx").status_code == 410


def test_asking_for_a_link_tells_nobody_who_is_known(resident: User) -> None:
    known = Client().post("/sign-in/link", {"email": "resident@example.org"}).content.decode()
    unknown = Client().post("/sign-in/link", {"email": "stranger@example.org"}).content.decode()
    assert known.replace("resident@", "X@") == unknown.replace("stranger@", "X@")
    assert Message.objects.count() == 1


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere_after_signing_in(worker: User, wanted: str) -> None:
    client = Client()
    client.get("/sign-in", {"next": wanted})
    first_step(client)
    set_up(client, worker)
    client.post("/sign-out")
    client.get("/sign-in", {"next": wanted})
    first_step(client)
    device = TOTPDevice.objects.get(user=worker)
    device.last_t = -1
    with patch.object(TOTPDevice, "verify_token", return_value=True):
        assert client.post("/sign-in/code", {"code": "123456"}).url == "/"  # type: ignore[attr-defined]


def test_forms_need_their_token(worker: User) -> None:
    assert Client(enforce_csrf_checks=True).post("/sign-in", {"email": "a@b.c", "password": "x"}).status_code == 403
    assert Client(enforce_csrf_checks=True).post("/sign-out").status_code == 403
