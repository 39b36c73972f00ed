"""The real worker, killed in the middle: its job is taken up again and done once. Notify is spoken to as it asks."""

import base64
import hashlib
import hmac
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID, uuid4

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from django.test import Client
from procrastinate.contrib.django import app

from marketcross.web.core import jobs
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.database import roles
from marketcross.web.core.database.supervisor import Server
from marketcross.web.core.messages import send
from marketcross.web.core.messages.backends import CannotSendError, Notify
from marketcross.web.core.models import AuditEvent, Message
from marketcross.web.core.users import give_role, make_user

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
SERVICE, SECRET = str(uuid4()), str(uuid4())
KEY = f"made_key-{SERVICE}-{SECRET}"
TEMPLATES = {"email": UUID(int=1), "text": UUID(int=2)}
SECONDS = 60


class FakeNotify(ThreadingHTTPServer):
    """GOV.UK Notify on this machine: keeps what it is told, and can hold its answers back or refuse."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[tuple[str, dict[str, Any], str]] = []
        self.hold, self.status = threading.Event(), 201
        self.hold.set()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Answers(BaseHTTPRequestHandler):
    server: FakeNotify

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, body, self.headers["Authorization"]))
        self.server.hold.wait(SECONDS)
        self.send_response(self.server.status)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def notify() -> Iterator[FakeNotify]:
    server = FakeNotify()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.hold.set()
    server.shutdown()


def message(channel: str = "email", to: str = "resident@example.org") -> Message:
    about = make_user(by=SYSTEM, at=AT, email=f"{uuid4()}@example.org", name="Made Resident")
    link = "https://care.example/x"
    return send(by=SYSTEM, at=AT, template="sign_in_link", to=to, about=about, channel=channel, link=link)


# --- Notify -----------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("channel", "to", "path", "field"),
    [("email", "resident@example.org", "email", "email_address"), ("text", "+447700900123", "sms", "phone_number")],
)
def test_notify_is_asked_as_its_interface_says(
    notify: FakeNotify, channel: str, to: str, path: str, field: str
) -> None:
    kept = message(channel, to)
    Notify(KEY, templates=TEMPLATES, address=notify.address).send(kept)
    asked, body, authorization = notify.asked[0]
    assert asked == f"/v2/notifications/{path}"
    assert body[field] == to and body["template_id"] == str(TEMPLATES[channel]) and body["reference"] == str(kept.pk)
    assert body["personalisation"] == {"subject": kept.subject, "body": kept.body}
    _check_token(authorization.removeprefix("Bearer "))


def _check_token(token: str) -> None:
    """A JWT of HS256 over the service's key, as Notify checks it; worked out here by hand."""
    head, body, signature = (base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in token.split("."))
    signed = token.rpartition(".")[0].encode()
    assert json.loads(head) == {"typ": "JWT", "alg": "HS256"}
    assert hmac.compare_digest(signature, hmac.new(SECRET.encode(), signed, hashlib.sha256).digest())
    claims = json.loads(body)
    assert claims["iss"] == SERVICE and abs(claims["iat"] - time.time()) < 30


@pytest.mark.django_db
@pytest.mark.parametrize("status", [400, 403, 429, 500])
def test_a_refusal_of_notify_is_tried_again_and_names_nobody(notify: FakeNotify, status: int) -> None:
    notify.status = status
    with pytest.raises(CannotSendError) as refused:
        Notify(KEY, templates=TEMPLATES, address=notify.address).send(message())
    assert str(refused.value) == f"GOV.UK Notify answered {status}"
    with pytest.raises(CannotSendError):
        Notify(KEY, templates=TEMPLATES, address="http://127.0.0.1:1").send(message())


# --- The worker -------------------------------------------------------------------------------------------------------
@contextmanager
def worker(server: Server, notify: FakeNotify) -> "Iterator[subprocess.Popen[bytes]]":
    """``marketcross work`` as an installation runs it, on this test's database."""
    environment = os.environ | {
        "DATABASE_URL": server.url(roles.APP),
        "MARKETCROSS_NOTIFY_KEY": KEY,
        "MARKETCROSS_NOTIFY_EMAIL_TEMPLATE": str(TEMPLATES["email"]),
        "MARKETCROSS_NOTIFY_TEXT_TEMPLATE": str(TEMPLATES["text"]),
        "MARKETCROSS_NOTIFY_ADDRESS": notify.address,
    }
    command = [sys.executable, "-m", "marketcross", "work"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(true: Callable[[], bool]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


def state(task: str = "core.send_message") -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE task_name = %s", [task])
        return str(cursor.fetchone()[0])


def sweep(monkeypatch: pytest.MonkeyPatch, *, after: int) -> None:
    """What the worker does each minute, now, and taking for dead what was silent for ``after`` seconds."""
    monkeypatch.setattr(jobs, "STALLED_AFTER", after)

    async def run() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as at_work:
            async with at_work.open_async():
                await jobs.sweep.func(type("Context", (), {"app": at_work}), 0)

    async_to_sync(run)()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_killed_workers_job_is_taken_up_again_and_a_stopped_one_ends_in_order(
    server: Server, notify: FakeNotify, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = message()
    notify.hold.clear()
    with worker(server, notify) as first:
        until(lambda: len(notify.asked) == 1)  # it is in the middle of its work
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert state() == "doing"
    sweep(monkeypatch, after=3_600)
    assert state() == "doing"  # a worker that showed life an hour ago is not dead yet
    time.sleep(1.1)
    sweep(monkeypatch, after=1)
    assert state() == "todo"
    notify.hold.set()
    with worker(server, notify) as second:
        until(lambda: state() == "succeeded")
        until(lambda: AuditEvent.objects.filter(seal__isnull=False).count() >= 3)  # the worker seals as well
        second.send_signal(signal.SIGTERM)
        assert second.wait(SECONDS) == 0
    kept.refresh_from_db()
    assert kept.state == "sent"
    assert {body["reference"] for _, body, _ in notify.asked} == {str(kept.pk)}  # Notify sees that it is the same
    assert AuditEvent.objects.filter(action="message.sent").count() == 1


# --- The page of failed jobs ------------------------------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_a_failed_job_is_shown_and_tried_again_by_an_administrator() -> None:
    message()
    with connection.cursor() as cursor:  # as procrastinate marks a job after its last try
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed', attempts = 9 RETURNING id")
        key = cursor.fetchone()[0]
    client, user = Client(), make_user(by=SYSTEM, at=AT, email="admin@example.org", name="Made Administrator")
    give_role(by=SYSTEM, at=AT, user=user, role="administrator", starts_on=date(2026, 1, 1))
    client.force_login(user)
    page = client.get("/staff/jobs").content.decode()
    assert "core.send_message" in page and f"/staff/jobs/{key}" in page
    one = client.get(f"/staff/jobs/{key}").content.decode()
    assert "Try again" in one and "resident@example.org" not in one
    assert client.get(f"/staff/jobs/{key}/again").status_code == 405  # only a form's button does it
    assert client.post(f"/staff/jobs/{key}/again").status_code == 302
    assert state() == "todo"
    assert AuditEvent.objects.get(action="job.tried_again").actor_id == user.pk
    assert client.post(f"/staff/jobs/{key}/again").status_code == 404  # it is not failed any more


def test_the_worker_knows_every_job_without_being_told() -> None:
    names = {"core.deliver_event", "core.send_message", "core.scan_upload", "core.sweep", "core.forget_old_drafts"}
    program = (
        "import django; django.setup(); from procrastinate.contrib.django import app; print(*app.tasks, sep='\\n')"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert names <= set(said.split())
