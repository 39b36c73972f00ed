"""A real PostgreSQL for the web's tests: one cluster for each worker, the three roles of production, every guard on."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import django
import psycopg
import pytest

django.setup()  # this file may be read before pytest-django has done it

from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test import TransactionTestCase  # noqa: E402

from marketcross.web.core.actions import refuse_stray_writes  # noqa: E402
from marketcross.web.core.database import roles  # noqa: E402
from marketcross.web.core.database.address import django_database  # noqa: E402
from marketcross.web.core.database.addresses import ALIASES  # noqa: E402
from marketcross.web.core.database.supervisor import Server  # noqa: E402

from .kept_cluster import migrated  # noqa: E402

QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}  # the kill tests start their own


def _point_at(server: Server) -> None:
    """Point Django's three connections at a cluster."""
    for alias, role in ALIASES.items():
        connections.databases[alias].update(django_database(server.url(role)))
        connections[alias].settings_dict.update(connections.databases[alias])


def _migrate(server: Server) -> None:
    """Migrate as the owner, as an installation does."""
    _point_at(server)
    app = dict(connections["default"].settings_dict)
    connections["default"].settings_dict.update(connections["owner"].settings_dict)
    call_command("migrate", verbosity=0)
    connections.close_all()  # this server stops before its copy is kept
    connections["default"].settings_dict.update(app)


@pytest.fixture(scope="session")
def server(django_db_blocker: "pytest.FixtureRequest") -> Iterator[Server]:
    """The cluster of this worker, in a folder of its own: pytest closes its own folders to others at each start."""
    with tempfile.TemporaryDirectory(prefix="marketcross-test-") as name:
        Path(name).chmod(0o755)  # where we are root, PostgreSQL runs as `nobody` and must enter
        with ExitStack() as stack:
            with django_db_blocker.unblock():  # type: ignore[attr-defined]
                started = stack.enter_context(migrated(Path(name), _migrate, QUICK))
            yield started


@pytest.fixture(scope="session")
def django_db_setup(server: Server, django_db_blocker: "pytest.FixtureRequest") -> Iterator[None]:
    """The database that Django's connections use: migrated already."""
    _point_at(server)
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections.close_all()


KEPT_TABLES = ("django_migrations", "django_content_type", "auth_permission")


def _tables(owner: "psycopg.Connection[Any]") -> list[str]:
    rows = owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    return [name for (name,) in rows if name not in KEPT_TABLES]


def _rows_of_migrations(server: Server) -> dict[str, bytes]:
    """What migrations wrote (the root of edited pages, say), by table."""
    with psycopg.connect(server.url(roles.OWNER)) as owner, owner.cursor() as cursor:
        held = {}
        for table in _tables(owner):
            with cursor.copy(f'COPY "{table}" TO STDOUT'.encode()) as copy:
                held[table] = b"".join(bytes(block) for block in copy)
        return {table: rows for table, rows in held.items() if rows}


def _as_migrated(server: Server, held: dict[str, bytes]) -> None:
    """What a transactional test left is removed by the owner: the app's role may not. What migrations wrote stays."""
    with psycopg.connect(server.url(roles.OWNER)) as owner, owner.cursor() as cursor:
        names = ", ".join(f'"{table}"' for table in _tables(owner))
        owner.execute(f"TRUNCATE {names} CASCADE".encode())
        owner.execute("SET CONSTRAINTS ALL DEFERRED")
        for table, rows in held.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN'.encode()) as copy:
                copy.write(rows)


@pytest.fixture(autouse=True, scope="session")
def _teardown_as_owner(server: Server) -> Iterator[None]:
    original, held = TransactionTestCase._fixture_teardown, _rows_of_migrations(server)
    TransactionTestCase._fixture_teardown = lambda self: _as_migrated(server, held)  # type: ignore[method-assign]
    yield
    TransactionTestCase._fixture_teardown = original  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _only_actions_write(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test runs with the guard of production's rule: no write outside an action."""
    asked = {"db", "transactional_db", "client"} & set(request.fixturenames)
    if not asked and not request.node.get_closest_marker("django_db"):
        yield
        return
    with connection.execute_wrapper(refuse_stray_writes):
        yield


@pytest.fixture
def repository() -> Path:
    return Path(__file__).resolve().parents[2]
