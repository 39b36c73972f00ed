"""What docs/method/security.md promises about every page, tried on this code and on a service in production's mode."""

import re
import signal
import socket
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

import psutil
import pytest
from django import forms
from django.contrib.auth import hashers
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, reverse
from django.urls.exceptions import NoReverseMatch

from marketcross.web.core.access import limits, middleware
from marketcross.web.core.access.rules import all_rules, public
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.audit import views_of_records
from marketcross.web.core.models import RoleAssignment, User
from marketcross.web.core.models.role import Role
from marketcross.web.core.users import give_role, make_user

from .serving import HOST, Service, installation, serving
from .test_access import OURS

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
PASSWORD = "three-crows-on-a-wall"


def user_with(*roles: str, email: str = "somebody@example.org", password: str | None = None) -> User:
    user = make_user(by=SYSTEM, at=AT, email=email, name="Made Somebody", password=password)
    for role in roles:
        give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=date(2026, 1, 1))
    return user


def signed_in(*roles: str) -> Client:
    client = Client()
    client.force_login(user_with(*roles))
    return client


def simple_pages() -> Iterator[str]:
    """The address of every route that needs no argument."""
    for route in OURS:
        try:
            yield reverse(route)
        except NoReverseMatch:
            continue


# --- Headers ----------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_every_page_has_every_header_whoever_asks_and_whatever_it_answers() -> None:
    for client in (Client(), signed_in(*Role.values)):
        for address in [*simple_pages(), "/no-such-page", "/account/files/0", "/cms/no-such"]:
            answer = client.get(address)
            policy = answer["Content-Security-Policy"]
            assert "default-src 'none'" in policy or address.startswith("/cms/"), address
            assert ("unsafe" not in policy and "*" not in policy) or address.startswith("/cms/"), address
            assert "frame-ancestors" in policy and answer["X-Frame-Options"] in {"DENY", "SAMEORIGIN"}, address
            assert answer["X-Content-Type-Options"] == "nosniff", address
            assert answer["Referrer-Policy"] == "same-origin", address
            assert answer["Cross-Origin-Opener-Policy"] == "same-origin", address


@pytest.mark.django_db
def test_no_page_of_ours_holds_an_inline_script_style_or_handler() -> None:
    client = signed_in(*Role.values)
    for address in simple_pages():
        answer = client.get(address)
        if answer.streaming or "html" not in answer["Content-Type"]:
            continue
        page = answer.content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", page), address


@pytest.mark.django_db
def test_every_form_that_is_sent_carries_its_token_and_every_route_wants_it() -> None:
    client = signed_in(*Role.values)
    for address in simple_pages():
        answer = client.get(address)
        if not answer.streaming and "html" in answer["Content-Type"]:
            for form in re.findall(r'<form[^>]*method="post".*?</form>', answer.content.decode(), re.S):
                assert "csrfmiddlewaretoken" in form, address
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    for route in OURS:
        try:
            address = reverse(route)
        except NoReverseMatch:
            continue
        assert strict.post(address).status_code in (403, 405), route  # 405: it takes no form at all


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver@evil.example"])
def test_a_false_host_is_refused(host: str) -> None:
    assert Client().get("/", HTTP_HOST=host).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_no_page_sends_anybody_elsewhere(wanted: str) -> None:
    client = signed_in(*Role.values)
    for address in simple_pages():
        for name in ("next", "url", "to", "back", "return"):
            answer = client.get(address, {name: wanted})
            assert "evil.example" not in answer.get("Location", "") and "javascript" not in answer.get("Location", "")
    client.get("/sign-in", {"next": wanted})
    assert "sign_in_next" not in client.session


def without_chance(page: str) -> list[str]:
    """A page's lines without tokens, which differ each time."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", page).splitlines()


# --- Who is asked what ------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_somebody_elses_record_is_not_found_rather_than_forbidden() -> None:
    """403 would say that it exists; both answers are the same page."""
    from .test_uploads import keep

    mine, client = keep(user_with("resident", email="owner@example.org")), signed_in("resident")
    pages = []
    for key in (str(mine.pk), "00000000-0000-7000-8000-000000000000"):
        answer = client.get(f"/account/files/{key}")
        assert answer.status_code == 404
        pages.append(without_chance(answer.content.decode().replace(key, "the address asked for")))
    assert pages[0] == pages[1]


def forms_of_ours() -> list[type[forms.Form]]:
    import marketcross.web.core.urls  # noqa: F401 - loads every view and so every form

    def below(kind: type) -> Iterator[type]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    return [form for form in below(forms.BaseForm) if form.__module__.startswith("marketcross.")]


def test_every_form_names_its_fields() -> None:
    found = forms_of_ours()
    assert len(found) >= 5
    for form in found:
        meta = getattr(form, "_meta", None)
        assert meta is None or (meta.fields and meta.fields != "__all__" and not meta.exclude), form


@pytest.mark.django_db
def test_more_fields_than_a_form_has_change_nothing() -> None:
    user = user_with("resident", password=PASSWORD)
    more = {"is_superuser": "1", "is_active": "", "role": "administrator", "user": "1", "directory_id": "x"}
    client = Client()
    client.post("/sign-in", {"email": user.email, "password": PASSWORD} | more)
    client.force_login(user)
    for address in ("/account", "/account/files", "/sign-in/second-factor"):
        client.post(address, more)
    user.refresh_from_db()
    assert not user.is_superuser and user.is_active and not user.directory_id
    assert RoleAssignment.objects.count() == 1


@action("test.user_closed")
def close(*, by: Actor, at: datetime, user: User) -> None:
    user.is_active = False
    user.save()
    note(user)


# --- Signing in tells nothing -----------------------------------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.parametrize("who", ["known", "unknown", "inactive", "without a password"])
def test_a_wrong_password_costs_the_same_work_whoever_is_named(who: str) -> None:
    """Time is made by the password's hash; counted here, as a measured time would be chance."""
    user_with(email="known@example.org", password=PASSWORD)
    user_with(email="without-a-password@example.org")
    closed = user_with(email="inactive@example.org", password=PASSWORD)
    close(by=SYSTEM, at=AT, user=closed)
    hasher = type(hashers.get_hasher())
    with patch.object(hasher, "encode", autospec=True, side_effect=hasher.encode) as encode:
        page = Client().post("/sign-in", {"email": f"{who.replace(' ', '-')}@example.org", "password": "wrong"})
    assert encode.call_count == 1
    assert "is not right" in page.content.decode()


# --- A fault tells nothing --------------------------------------------------------------------------------------------
def _broken(request: HttpRequest) -> HttpResponse:
    secret_of_somebody = "Merrin Talloway, 01234 567890"
    raise RuntimeError(f"database password hunter2 for {secret_of_somebody}")


class _WithAFault:
    from marketcross.web.config.urls import urlpatterns as _ours

    urlpatterns: ClassVar[list[Any]] = [*_ours, path("broken", _broken, name="broken")]


@pytest.mark.django_db
def test_a_fault_shows_neither_its_words_nor_where_it_was(
    settings: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    settings.ROOT_URLCONF = _WithAFault
    rules = dict(all_rules()) | {"broken": public()}
    for module in (limits, middleware, views_of_records):
        monkeypatch.setattr(module, "all_rules", lambda: rules)
    answer = Client(raise_request_exception=False).get("/broken")
    said = answer.content.decode() + capfd.readouterr().err
    assert answer.status_code == 500
    for word in ("hunter2", "Merrin", "01234"):
        assert word not in said
    assert "Traceback" not in answer.content.decode() and "RuntimeError" not in answer.content.decode()


# --- A service in production's mode -----------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with installation() as made:
        yield made


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Service]:
    with serving(folder) as started:
        yield started


@pytest.mark.slow
def test_production_asks_for_tls_from_now_on_and_redirects_to_it(service: Service) -> None:
    _, headers, _ = service.get("/")
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains; preload"
    status, headers, _ = service.get("/sign-in", X_Forwarded_Proto="http")
    assert status == 301 and headers["location"] == f"https://{HOST}/sign-in"


@pytest.mark.slow
def test_productions_cookies_are_for_this_host_tls_and_http_only(service: Service) -> None:
    _, headers, _ = service.get("/sign-in?next=/account")
    cookies = headers["set-cookie"].split("\n")
    assert {cookie.partition("=")[0] for cookie in cookies} == {"__Host-session", "__Host-csrf"}
    for cookie in cookies:
        words = {word.strip().lower() for word in cookie.split(";")}
        assert {"secure", "httponly", "samesite=lax", "path=/"} <= words and "domain" not in cookie.lower()


@pytest.mark.slow
def test_static_files_are_named_by_their_content_compressed_and_kept_for_ever(service: Service) -> None:
    page = service.get("/")[2].decode()
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(files) >= 2
    for file in files:
        assert re.search(r"\.[0-9a-f]{12}\.(css|js|svg|ico|png)$", file), file
        status, headers, _ = service.get(file, Accept_Encoding="br, gzip")
        assert status == 200 and headers["cache-control"] == "max-age=315360000, public, immutable"
        assert headers["x-content-type-options"] == "nosniff"
        if file.endswith((".css", ".js")):
            assert headers["content-encoding"] in {"br", "gzip"}  # whichever is smaller
            assert service.get(file, Accept_Encoding="gzip")[1]["content-encoding"] == "gzip"


@pytest.mark.slow
def test_production_shows_no_made_account_no_secret_and_no_debug_page(service: Service) -> None:
    for address in ("/sign-in", "/no-such-page", "/staff/audit", "/ready"):
        page = service.get(address)[2].decode()
        assert "demo.example" not in page and "DEBUG" not in page and "urlpatterns" not in page
        assert not any(secret in page for secret in service.secrets)
    assert service.get("/", Host="evil.example")[0] == 400
    said = service.log.read_text()
    assert not any(secret in said for secret in service.secrets)


@pytest.mark.slow
def test_a_stop_lets_requests_finish_and_takes_postgresql_along(service: Service) -> None:
    """Half a form is sent, the stop is asked for, the other half follows: it is still answered. Ends the service."""
    assert service.postgres()
    body = b"email=a%40example.org&password=x"
    head = (
        f"POST /sign-in HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as connection:
        connection.sendall(head.encode() + body[:5])
        time.sleep(1)  # gunicorn's process is now reading
        service.process.send_signal(signal.SIGTERM)
        time.sleep(1)
        connection.sendall(body[5:])
        answer = connection.recv(100)
    assert answer.startswith(b"HTTP/1.1 403")  # no token: answered, by us
    assert service.process.wait(90) == 0
    assert not service.postgres()
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", service.port), timeout=2).close()


@pytest.mark.slow
def test_a_killed_service_leaves_no_process_that_holds_its_port(folder: Path) -> None:
    """It starts again on the data of the one that was stopped, and is killed."""
    with serving(folder) as started:
        children = psutil.Process(started.process.pid).children(recursive=True)
        assert len(children) > 3
        started.process.kill()
        started.process.wait()
        _gone, alive = psutil.wait_procs(children, timeout=40)
        assert alive == []
