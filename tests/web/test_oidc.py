"""The council's own directory lets in whom we know, believes nothing that it did not sign, and is off unless set."""

import base64
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings as django_settings
from django.test import Client
from django.urls import include, path
from pydantic import SecretStr

from marketcross.web.core import access_rules
from marketcross.web.core.access import limits, middleware
from marketcross.web.core.access.rules import all_rules
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.audit import views_of_records
from marketcross.web.core.models import AuditEvent, User
from marketcross.web.core.sign_in import directory
from marketcross.web.core.sign_in.directory_addresses import addresses, rules
from marketcross.web.core.users import make_user

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
ISSUER = "https://login.example"
CLIENT = "market-cross"
SET = {"oidc_issuer": ISSUER, "oidc_client_id": CLIENT, "oidc_client_secret": SecretStr("s" * 20)}
KEY, OTHER_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


class Answer:
    """What ``requests`` would return."""

    def __init__(self, body: Any, status: int = 200) -> None:
        self.body, self.status_code, self.url, self.text, self.headers = body, status, "", "", {}

    def json(self) -> Any:
        return self.body

    def raise_for_status(self) -> None:
        if self.status_code != 200:
            raise requests.HTTPError("no")


class Provider:
    """A directory inside this process: describes itself, signs tokens, and can be told to misbehave."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {}
        self.signing: Any = KEY
        self.algorithm = "RS256"
        self.description = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "userinfo_endpoint": f"{ISSUER}/me",
            "jwks_uri": f"{ISSUER}/keys",
        }
        self.nonce, self.asked = "", list[dict[str, Any]]()
        self.away = False

    def get(self, url: str, **_: Any) -> Answer:
        if self.away:
            raise requests.ConnectionError("away")
        if url.endswith("openid-configuration"):
            return Answer(self.description)
        assert url == f"{ISSUER}/keys", url
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return Answer({"keys": [public | {"kid": "one", "alg": "RS256"}]})

    def post(self, url: str, data: dict[str, Any], **_: Any) -> Answer:
        assert url == f"{ISSUER}/token"
        self.asked.append(data)
        return Answer({"access_token": "a", "id_token": self.token()})

    def token(self) -> str:
        now = int(time.time())
        claims = {"iss": ISSUER, "aud": CLIENT, "sub": "subject-1", "iat": now, "exp": now + 300, "nonce": self.nonce}
        claims = {name: value for name, value in (claims | self.claims).items() if value is not None}
        if self.algorithm == "none":
            part = lambda body: base64.urlsafe_b64encode(json.dumps(body).encode()).rstrip(b"=").decode()  # noqa: E731
            return f"{part({'alg': 'none', 'kid': 'one'})}.{part(claims)}."
        key = self.signing if self.algorithm == "RS256" else "s" * 32
        return jwt.encode(claims, key, algorithm=self.algorithm, headers={"kid": "one"})


class _WithDirectory:
    """Today's addresses and those of an installation with a directory, ahead of them."""

    urlpatterns: ClassVar[list[Any]] = []


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch, settings: Any, db: None) -> Iterator[Provider]:
    made = Provider()
    environment = django_settings.ENVIRONMENT.model_copy(update=SET)
    monkeypatch.setattr(django_settings, "ENVIRONMENT", environment)
    monkeypatch.setattr(requests, "get", made.get)
    monkeypatch.setattr(requests, "post", made.post)
    from marketcross.web.config.urls import urlpatterns
    from marketcross.web.core.urls import urlpatterns as core

    _WithDirectory.urlpatterns = [path("", include(([*addresses(environment), *core], "core"))), *urlpatterns[1:]]
    settings.ROOT_URLCONF = _WithDirectory
    settings.AUTHENTICATION_BACKENDS = [
        "django.contrib.auth.backends.ModelBackend",
        "marketcross.web.core.sign_in.directory.Directory",
    ]
    known = dict(all_rules()) | rules(environment)
    for module in (limits, middleware, views_of_records):
        monkeypatch.setattr(module, "all_rules", lambda: known)
    directory.described.cache_clear()
    yield made
    directory.described.cache_clear()


def worker(**more: Any) -> User:
    return make_user(by=SYSTEM, at=AT, email="worker@example.org", name="Made Worker", **more)


def go(client: Client, provider: Provider, **claims: Any) -> Any:
    """To the directory and back with what it signs."""
    provider.claims = claims
    sent = client.get("/sign-in/directory")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(sent.url).query).items()}
    provider.nonce = asked["nonce"]
    return client.get("/sign-in/directory/back", {"code": "c", "state": asked["state"]})


def is_in(client: Client) -> bool:
    return client.get("/account").status_code == 200


KNOWN = {"email": "Worker@Example.org", "email_verified": True, "amr": ["pwd", "mfa"]}


def test_without_an_issuer_there_is_nothing(db: None) -> None:
    assert addresses(django_settings.ENVIRONMENT) == [] and "core:directory" not in access_rules.RULES
    assert Client().get("/sign-in/directory").status_code == 404
    assert len(django_settings.AUTHENTICATION_BACKENDS) == 1


def test_somebody_is_sent_with_state_nonce_and_challenge(provider: Provider) -> None:
    sent = Client().get("/sign-in/directory")
    asked = parse_qs(urlsplit(sent.url).query)  # type: ignore[attr-defined]
    assert sent.url.startswith(f"{ISSUER}/authorize?")  # type: ignore[attr-defined]
    assert asked["code_challenge_method"] == ["S256"] and asked["response_type"] == ["code"]
    assert all(len(asked[name][0]) >= 32 for name in ("state", "nonce", "code_challenge"))


def test_a_verified_address_counts_once_and_then_only_the_subject(provider: Provider) -> None:
    user, client = worker(), Client()
    assert go(client, provider, **KNOWN).url == "/" and is_in(client)
    user.refresh_from_db()
    assert user.directory_id == "subject-1"
    assert AuditEvent.objects.filter(action="sign_in.directory_remembered").count() == 1
    moved = Client()
    go(moved, provider, **KNOWN | {"email": "other@example.org", "email_verified": False})
    assert is_in(moved)
    thief = Client()  # somebody else in the directory gets the old address
    assert go(thief, provider, **KNOWN | {"sub": "subject-2"}).status_code == 403 and not is_in(thief)
    assert "code_verifier" in provider.asked[0]


def test_the_library_redeems_the_code_with_its_verifier(provider: Provider) -> None:
    worker()
    go(Client(), provider, **KNOWN)
    assert provider.asked[0]["code"] == "c" and len(provider.asked[0]["code_verifier"]) >= 43


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": None},
        {"email": "stranger@example.org"},
        {"sub": ""},
    ],
)
def test_nobody_unknown_or_unverified_comes_in_and_nobody_is_created(provider: Provider, claims: Any) -> None:
    worker()
    client = Client()
    refused = go(client, provider, **KNOWN | claims)
    assert refused.status_code == 403 and not is_in(client) and User.objects.count() == 1
    assert "did not let you in" in refused.content.decode()


@pytest.mark.parametrize("known_by", ["directory_id", "email"])
def test_an_account_that_was_closed_stays_closed(provider: Provider, known_by: str) -> None:
    user = worker()
    changes = {"is_active": False} | ({"directory_id": "subject-1"} if known_by == "directory_id" else {})
    _change(user, **changes)
    client = Client()
    assert go(client, provider, **KNOWN).status_code == 403 and not is_in(client)


def _change(user: User, **changes: Any) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for name, value in changes.items():  # what an administrator's action will do
            cursor.execute(f"/* test */ UPDATE core_user SET {name} = %s WHERE id = %s", [value, user.pk])


@pytest.mark.parametrize(
    ("claims", "trusted"),
    [
        ({"amr": ["mfa"]}, True),
        ({"amr": None, "acr": "mfa"}, True),
        ({"amr": ["pwd"]}, False),
        ({"amr": ["pwd", "otp"]}, False),
        ({"amr": "mfa"}, False),
        ({"amr": None}, False),
        ({"amr": [["mfa"]]}, False),
        ({"acr": "1", "amr": []}, False),
    ],
)
def test_our_second_step_follows_unless_the_directory_asked_for_one(
    provider: Provider, claims: Any, trusted: bool
) -> None:
    worker()
    client = Client()
    answer = go(client, provider, **KNOWN | claims)
    assert answer.url == ("/" if trusted else "/sign-in/code") and is_in(client) is trusted
    if not trusted:
        assert client.get("/sign-in/code").url == "/sign-in/second-factor"  # type: ignore[attr-defined]


NOW = int(time.time())


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another-service"},
        {"aud": ["another-service"]},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"iss": "https://login.evil.example"},
        {"exp": NOW - 3_600},
        {"iat": NOW + 3_600},
        {"exp": None},
        {"sub": None},
        {"aud": None},
        {"nonce": "another"},
        {"nonce": None},
    ],
)
def test_a_token_made_for_others_old_or_incomplete_is_refused(provider: Provider, claims: Any) -> None:
    worker()
    client = Client()
    assert go(client, provider, **KNOWN | claims).status_code == 403 and not is_in(client)


@pytest.mark.parametrize("how", ["another key", "HS256", "none"])
def test_a_token_that_the_directory_did_not_sign_is_refused(provider: Provider, how: str) -> None:
    worker()
    provider.signing = OTHER_KEY if how == "another key" else KEY
    provider.algorithm = how if how != "another key" else "RS256"
    client = Client()
    assert go(client, provider, **KNOWN).status_code == 403 and not is_in(client)


def test_a_state_is_good_once_and_only_in_its_own_browser(provider: Provider) -> None:
    worker()
    client = Client()
    go(client, provider, **KNOWN)
    client.post("/sign-out")
    sent = client.get("/sign-in/directory")
    state = parse_qs(urlsplit(sent.url).query)["state"][0]  # type: ignore[attr-defined]
    for other, word in ((Client(), state), (client, "made-up")):
        refused = other.get("/sign-in/directory/back", {"code": "c", "state": word})
        assert refused.status_code == 403 and not is_in(other)
    assert client.get("/sign-in/directory/back", {"error": "access_denied", "state": state}).status_code == 403
    assert client.get("/sign-in/directory/back", {"code": "c", "state": state}).status_code == 403  # used up


@pytest.mark.parametrize(
    "change",
    [{"issuer": "https://login.evil.example"}, {"token_endpoint": "http://login.example/token"}, {"jwks_uri": None}],
)
def test_a_description_of_another_issuer_or_without_https_is_refused(provider: Provider, change: Any) -> None:
    provider.description |= change
    assert Client().get("/sign-in/directory").status_code == 403


def test_a_directory_that_is_away_is_a_page_and_not_an_error(provider: Provider) -> None:
    provider.away = True
    page = Client().get("/sign-in/directory")
    assert page.status_code == 403 and "may not answer" in page.content.decode()
    provider.away = False
    assert Client().get("/sign-in/directory").status_code == 302  # the failure was not remembered


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example"])
def test_nobody_is_sent_elsewhere_afterwards(provider: Provider, wanted: str) -> None:
    worker()
    client = Client()
    client.get("/sign-in/directory", {"next": wanted})
    assert go(client, provider, **KNOWN).url == "/"
    client.post("/sign-out")
    client.get("/sign-in/directory", {"next": "/account"})
    assert go(client, provider, **KNOWN).url == "/account"


def test_a_password_form_never_reaches_the_directory(provider: Provider) -> None:
    worker(password="three-crows-on-a-wall")
    client = Client()
    client.post("/sign-in?code=c&state=s", {"email": "worker@example.org", "password": "wrong"})
    assert provider.asked == []
