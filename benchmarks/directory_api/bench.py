"""The directory's open API with 50,000 services, beside a single SQL statement that counts and reads the same rows.

The real service (``marketcross serve``, production's mode, its own PostgreSQL) runs in a temporary folder on this
machine; the services are loaded by the owner's role. First the pages must show what the statement counts. Then each
address is asked one after the other, and the server's own time is taken from its log.

With ``--full`` 20,000 generated questions are put besides (schemathesis, seeded): any server error ends the run.
"""

import json
import os
import sys
import time
from pathlib import Path
from statistics import quantiles
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # the service is started as the tests start it

from tests.web.serving import HOST, Service, installation, serving  # noqa: E402

SERVICES, ASKED, QUESTIONS = 50_000, 40, 20_000
LOAD = [
    "INSERT INTO places_postcode (postcode, easting, northing) SELECT 'ZX' || (1 + n / 1000) || ' ' || (n / 100 % 10) "
    "|| chr(65 + n / 10 % 10) || chr(65 + n % 10), 20000 + n % 200 * 75, 70000 + n / 200 * 75 "
    "FROM generate_series(0, 4999) n",
    "INSERT INTO directory_category (code, title, parent_id, words) VALUES ('games', 'Games', NULL, '[]'), "
    "('lunch-club', 'Lunch clubs', NULL, '[]')",
    "INSERT INTO directory_organisation (id, name, kind, description, website, example) SELECT gen_random_uuid(), "
    "'Made ' || n, 'charity', '', '', false FROM generate_series(1, 5000) n",
    f"""INSERT INTO directory_service (id, name, description, groups, minimum_age, price_pence, price_includes,
        takes_direct_payments, how_to_start, phone, email, website, happens, serves_everywhere, standing, confirmed_on,
        category_id, organisation_id)
        SELECT gen_random_uuid(), 'Made service ' || n, repeat('Something to do with others. ', 10), '{{everybody}}',
        nullif(n % 90, 0), n % 2000, '', n % 2 = 0, '', '01632 960 000', '', '', 'place', true, 'listed', current_date,
        CASE WHEN n % 3 = 0 THEN 'games' ELSE 'lunch-club' END, o.id
        FROM generate_series(1, {SERVICES}) n
        JOIN (SELECT id, row_number() OVER () AS r FROM directory_organisation) o ON o.r = 1 + n % 5000""",
    "INSERT INTO directory_servicelocation (id, service_id, name, address, postcode_id, access) SELECT "
    "gen_random_uuid(), s.id, 'Hall', '1 Made Street', p.postcode, '' FROM (SELECT id, row_number() OVER () AS r FROM "
    "directory_service) s JOIN (SELECT postcode, row_number() OVER () AS r FROM places_postcode) p "
    "ON p.r = 1 + s.r % 5000",
    "INSERT INTO directory_schedule (id, service_id, day, opens_at, closes_at, overnight) SELECT gen_random_uuid(), "
    "id, 1 + d, '10:00', '12:00', false FROM directory_service, generate_series(0, 2) d",
]
# The rows that only our own function can write, since their keys are made from what they say.
PUBLISH = """
import django; django.setup()
from django.utils import timezone
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory.api.publishing import publish
from marketcross.web.directory.models import Service
@action("bench.published")
def all_of_them(*, by, at):
    every = list(Service.objects.values_list("pk", flat=True))
    for start in range(0, len(every), 2000):
        publish(Service.objects.filter(pk__in=every[start:start + 2000]))
    note(Service.objects.first(), published=len(every))
all_of_them(by=SYSTEM, at=timezone.now())
"""
PAGES = {
    "first page": "/services",
    "last page": f"/services?page={SERVICES // 50}",
    "page of 100, full": "/services?per_page=100&full=true",
    "near a postcode": "/service_at_locations?postcode=ZX1%200AA&proximity=2000",
    "day and time": "/services?day=MO&start_time=10:00&free=false",
    "changed since": "/services?modified_after=2026-01-01T00:00:00Z&page=100",
    "all identifiers": "/services?minimal=true",
}


def run() -> dict[str, Any]:
    """Milliseconds of the server for each address, at the median and the 95th percentile."""
    with installation() as folder, serving(folder, workers=2) as service:
        _load(service)
        said = json.loads(_get(service, "/services"))
        if said["total_items"] != SERVICES:
            raise AssertionError(f"{said['total_items']} services are published of {SERVICES}")
        figures = {name: _measured(service, path) for name, path in PAGES.items()}
        one = said["contents"][0]["id"]
        figures["one service"] = _measured(service, f"/services/{one}")
        if os.environ.get("MARKETCROSS_BENCH_FULL"):
            figures["generated questions"] = _questions(service)
    return {"services": SERVICES, **figures}


def _environment(service: Service) -> dict[str, str]:
    from marketcross.web.core.database.addresses import embedded

    urls = embedded(service.data)
    ours = {"DATABASE_URL": urls["default"], "DATABASE_OWNER_URL": urls["owner"]}
    return os.environ | service.settings | ours | {"DJANGO_SETTINGS_MODULE": "marketcross.web.config.settings"}


def _load(service: Service) -> None:
    import subprocess

    import psycopg

    where = _environment(service)
    with psycopg.connect(where["DATABASE_OWNER_URL"], autocommit=True) as owner:
        for statement in LOAD:
            owner.execute(statement.encode())
        subprocess.run([sys.executable, "-c", PUBLISH], env=where, check=True)
        owner.execute("ANALYZE")


def _get(service: Service, path: str) -> bytes:
    status, _, body = service.get(f"/api/v3{path}")
    if status != 200:
        raise AssertionError(f"{path}: {status}")
    return body


def _measured(service: Service, path: str) -> dict[str, float]:
    since = service.log.stat().st_size
    for _ in range(ASKED):
        _get(service, path)
    time.sleep(0.2)  # the log is written after the answer
    with service.log.open("rb") as file:
        file.seek(since)
        lines = [json.loads(line) for line in file if line.startswith(b"{")]
    times = [line["ms"] for line in lines if str(line.get("route", "")).startswith("directory:api")]
    cuts = quantiles(times, n=100, method="inclusive")
    return {"requests": len(times), "p50_ms": round(cuts[49], 1), "p95_ms": round(cuts[94], 1)}


def _questions(service: Service) -> dict[str, int]:
    """Put generated questions to the running service.

    :raises AssertionError: one was answered with a server error.
    """
    import schemathesis
    from hypothesis import HealthCheck, Phase, given, seed, settings

    described = json.loads(_get(service, "/openapi.json"))
    described["servers"] = [{"url": f"http://127.0.0.1:{service.port}/api/v3"}]
    operations = [found.ok() for found in schemathesis.openapi.from_dict(described).get_all_operations()]
    put = 0
    for operation in operations:

        @seed(20261122)
        @settings(
            max_examples=QUESTIONS // len(operations), deadline=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck), database=None,
        )  # fmt: skip
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            nonlocal put
            put += 1
            answer = case.call(headers={"Host": HOST, "X-Forwarded-Proto": "https"})
            if answer.status_code >= 500:
                raise AssertionError(f"{case.as_curl_command()}: {answer.status_code}")

        ask()
    return {"put": put, "server_errors": 0}
