"""The service's listing pages under load, beside Django admin's list of the same table, in one run.

The real service (``marketcross serve``, production's mode, 3 workers, its own PostgreSQL) runs in a temporary folder on
this machine; 300,000 audit events and 20,000 jobs (half failed, half open) are loaded by the owner's role. First both
sides must show the same number of events and the same newest one. Then 20 users with two seconds' think time read the
audit, the statements and the first page for half a minute; then 20 requests are always in flight; the same is asked of
Django admin's changelist (``peer_pages.py``) on the same rows, with 3 gunicorn workers as well.

Times are the server's own: from its log for us, and from a header that a middleware of the peer sets; the client's are
given beside them. The load generator shares the machine.
"""

import json
import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))  # the service is started as the tests start it

from tests.web.serving import HOST, Service, free_port, installation, serving  # noqa: E402

EVENTS, JOBS = 300_000, 20_000
USERS, THINK_SECONDS, WORKERS = 20, 2.0, 3
SECONDS = 30
PAGES = {"audit": "/staff/audit", "statements": "/statements/", "home": "/"}
PEER_PAGE = "/admin/audit/"

LOAD = [
    f"""INSERT INTO core_auditevent
        (id, at, actor_kind, actor_id, action, record_kind, record_id, field_names, digests, recorded_at)
        SELECT gen_random_uuid(), t, 'user', gen_random_uuid(),
               (ARRAY['plan.saved','record.seen','user.made'])[1 + n % 3],
               'people.person', gen_random_uuid()::text, ARRAY['name','since'], '{{"name": "x", "since": "y"}}', t
        FROM (SELECT n, now() - n * interval '1 second' AS t FROM generate_series(1, {EVENTS}) n) s""",
    """INSERT INTO core_auditseal (position, event_id, link, sealed_at)
        SELECT row_number() OVER (ORDER BY recorded_at), id, decode(repeat('00', 32), 'hex'), now() FROM core_auditevent
        ORDER BY recorded_at""",
    f"""INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, scheduled_at)
        SELECT 'made', 'made.job', '{{}}'::jsonb,
               (CASE WHEN n % 2 = 0 THEN 'failed' ELSE 'todo' END)::procrastinate_job_status,
               now() + interval '10 years' FROM generate_series(1, {JOBS}) n""",
    "ANALYZE",
]
# A session of somebody with every role, made in the service's own mode and with its own secret.
SESSION = """
import django; django.setup()
from datetime import UTC, date, datetime
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models.role import Role
from marketcross.web.core.users import give_role, make_user
at = datetime.now(UTC)
user = make_user(by=SYSTEM, at=at, email="bench@example.org", name="Made Reader")
for role in Role.values:
    give_role(by=SYSTEM, at=at, user=user, role=role, starts_on=date(2026, 1, 1))
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session.save()
print(session.session_key)
"""


def environment(service: Service) -> dict[str, str]:
    """The service's settings and the addresses of its database, for a process beside it."""
    from marketcross.web.core.database.addresses import embedded

    urls = embedded(service.data)
    ours = {
        "DATABASE_URL": urls["default"],
        "DATABASE_OWNER_URL": urls["owner"],
        "DJANGO_SETTINGS_MODULE": "marketcross.web.config.settings",
    }
    return os.environ | service.settings | ours


def load(service: Service) -> None:
    import psycopg

    with psycopg.connect(environment(service)["DATABASE_OWNER_URL"]) as owner:  # one transaction: the sealer sees all
        for statement in LOAD:
            owner.execute(statement.encode())


def session_of(service: Service) -> str:
    words = [sys.executable, "-c", SESSION]
    done = subprocess.run(words, env=environment(service), capture_output=True, text=True, check=True)
    return done.stdout.split()[-1]


def percentiles(milliseconds: list[float]) -> dict[str, float]:
    if len(milliseconds) < 2:
        return {"requests": len(milliseconds)}
    cuts = quantiles(milliseconds, n=100, method="inclusive")
    return {"requests": len(milliseconds), "p50_ms": round(cuts[49], 1), "p95_ms": round(cuts[94], 1)}


class Load:
    """Users who ask for pages until their time is over; keeps what the client waited and what failed."""

    def __init__(self, port: int, pages: dict[str, str], headers: dict[str, str], think: float) -> None:
        self.port, self.pages, self.headers, self.think = port, pages, headers, think
        self.waited: dict[str, list[float]] = {name: [] for name in pages}
        self.served: dict[str, list[float]] = {name: [] for name in pages}
        self.failed = 0

    def run(self) -> None:
        end = time.monotonic() + SECONDS
        users = [threading.Thread(target=self._user, args=[number, end]) for number in range(USERS)]
        for user in users:
            user.start()
        for user in users:
            user.join()

    def _user(self, number: int, end: float) -> None:
        chance = Random(number)
        time.sleep(chance.uniform(0, self.think))
        while time.monotonic() < end:
            name = chance.choice(list(self.pages))
            started = time.perf_counter()
            self._ask(name)
            self.waited[name].append((time.perf_counter() - started) * 1_000)
            time.sleep(chance.uniform(0.5, 1.5) * self.think)

    def _ask(self, name: str) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", self.pages[name], headers=self.headers)
            answer = connection.getresponse()
            answer.read()
            self.failed += answer.status != 200
            if took := answer.getheader("X-Took-Ms"):
                self.served[name].append(float(took))
        except OSError:
            self.failed += 1
        finally:
            connection.close()


ROUTES = {"audit": "core:audit", "statements": "publishing:statements", "home": "core:home"}


def logged(log: Path, since: int) -> dict[str, list[float]]:
    """What the service's own log says of each route after byte ``since``."""
    times: dict[str, list[float]] = {name: [] for name in ROUTES}
    names = {route: name for name, route in ROUTES.items()}
    with log.open("rb") as file:
        file.seek(since)
        for line in file:
            said = json.loads(line) if line.startswith(b"{") else {}
            if said.get("route") in names:
                times[names[said["route"]]].append(said["ms"])
    return times


def figures(load: Load, served: dict[str, list[float]]) -> dict[str, Any]:
    if load.failed:
        raise AssertionError(f"{load.failed} requests were not answered with 200")
    return {
        name: {"server": percentiles(served[name]), "client": percentiles(load.waited[name])} for name in load.pages
    }


@contextmanager
def peer(service: Service) -> Any:
    """Django admin's changelist of the same table, by the same WSGI server with as many workers."""
    port = free_port()
    words = [sys.executable, "-m", "gunicorn", "peer", "--bind", f"127.0.0.1:{port}"]
    words += ["--workers", str(WORKERS), "--log-level", "warning", "--chdir", str(HERE)]
    where = environment(service) | {"DJANGO_SETTINGS_MODULE": "peer_settings"}
    process = subprocess.Popen(words, env=where)
    try:
        for _ in range(600):
            try:
                HTTPConnection("127.0.0.1", port, timeout=60).request("GET", PEER_PAGE)
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def page_of(port: int, path: str, headers: dict[str, str]) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    page = answer.read().decode()
    if answer.status != 200:
        raise AssertionError(f"{path} answered {answer.status}: {page[:300]}")
    return page


def same(service: Service, ours: dict[str, str], peer_port: int) -> None:
    """Both lists must show the same newest events, in the same order (ours counts to 10,000 and then says so)."""
    import psycopg

    with psycopg.connect(environment(service)["DATABASE_OWNER_URL"]) as owner:
        rows = owner.execute("SELECT record_id FROM core_auditevent ORDER BY recorded_at DESC, id DESC LIMIT 5")
        newest = [str(row[0]) for row in rows]
    for page in (page_of(service.port, PAGES["audit"], ours), page_of(peer_port, PEER_PAGE, {})):
        missing = [key for key in newest if key not in page]
        if missing:
            raise AssertionError(f"a list does not show {len(missing)} of the 5 newest events")


def run() -> dict[str, Any]:
    with installation() as folder, serving(folder, workers=WORKERS) as service:
        load(service)
        cookie = f"__Host-session={session_of(service)}"
        ours = {"Host": HOST, "X-Forwarded-Proto": "https", "Cookie": cookie}
        found: dict[str, Any] = {"events": EVENTS, "jobs": JOBS, "users": USERS, "workers": WORKERS}
        with peer(service) as peer_port:
            same(service, ours, peer_port)
            for title, think in (("thinking_2_s", THINK_SECONDS), ("always_in_flight", 0.0)):
                since, asked = service.log.stat().st_size, Load(service.port, PAGES, ours, think)
                asked.run()
                admin = Load(peer_port, {"admin_audit": PEER_PAGE}, {}, think)
                admin.run()
                found[title] = figures(asked, logged(service.log, since)) | figures(admin, admin.served)
    return found
