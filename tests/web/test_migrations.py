"""Migrations go forth and back, wait for no lock, leave running code what it needs, and keep the house's order."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
from django.apps import apps
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.models.functions import Now

from marketcross.web.core.database import roles
from marketcross.web.core.database.address import LOCK_TIMEOUT_SECONDS, django_database, with_lock_timeout
from marketcross.web.core.database.supervisor import Server

from .migration_rules import problems

WEB = Path(apps.get_app_config("core").path).parent
# From the foundation up; those of one step do not know each other (design: contexts).
ORDER = [
    {"core"},
    {"places"},
    {"directory", "ledger"},
    {"commissioning"},
    {"people"},
    {"pathway"},
    {"budgets"},
    {"brokerage"},
    {"payments"},
    {"publishing"},
    {"desks"},
]
STEP = {context: number for number, step in enumerate(ORDER) for context in step}
# What the core may refer to outside: the frameworks' own tables, never a context's.
FRAMEWORKS = {"auth", "contenttypes", "wagtailcore", "wagtailimages", "wagtaildocs", "taggit"}


def ours() -> list[tuple[migrations.Migration, str]]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return [
        (migration, (WEB / label / "migrations" / f"{name}.py").read_text(encoding="utf-8"))
        for (label, name), migration in sorted(loader.disk_migrations.items())
        if label in STEP
    ]


@pytest.mark.parametrize(("migration", "source"), ours(), ids=lambda value: str(value)[:40].split("\n")[0])
def test_our_migrations_keep_the_rules(migration: migrations.Migration, source: str) -> None:
    assert list(problems(migration, source)) == []


class Made(migrations.Migration):
    """A migration of one step, to be judged."""

    operations: ClassVar[list[Any]] = []


def judged(*operations: Any, source: str = "", atomic: bool = True) -> str:
    made = Made("0009_made", "core")
    made.operations, made.atomic = list(operations), atomic
    return " ".join(problems(made, source))


TEXT = models.CharField(max_length=9)
INDEX = models.Index(fields=["name"], name="by_name")
CHECK = models.CheckConstraint(condition=models.Q(name="a"), name="a_name")


@pytest.mark.parametrize(
    ("operation", "says"),
    [
        (migrations.RunSQL("SELECT 1"), "no way back"),
        (migrations.RunPython(lambda apps, editor: None), "no way back"),
        (migrations.RenameField("team", "name", "title"), "old name"),
        (migrations.RenameModel("Team", "Group"), "old name"),
        (migrations.AlterModelTable("team", "groups"), "old name"),
        (migrations.RemoveField("team", "name"), "unused since"),
        (migrations.DeleteModel("Team"), "unused since"),
        (migrations.AddIndex("team", INDEX), "AddIndexConcurrently"),
        (migrations.RemoveIndex("team", "by_name"), "RemoveIndexConcurrently"),
        (AddIndexConcurrently("team", INDEX), "atomic = False"),
        (migrations.AddField("team", "colour", TEXT), "db_default"),
        (migrations.AddField("team", "colour", models.CharField(max_length=9, default="red")), "db_default"),
        (migrations.AddField("team", "colour", models.CharField(max_length=9, null=True, unique=True)), "index"),
        (migrations.AlterField("team", "name", TEXT), "rewrite or scan"),
        (migrations.AddConstraint("team", CHECK), "AddConstraintNotValid"),
        (migrations.AddConstraint("team", models.UniqueConstraint(fields=["name"], name="u")), "concurrently"),
    ],
)
def test_each_rule_finds_what_it_forbids(operation: Any, says: str) -> None:
    assert says in judged(operation)


@pytest.mark.parametrize(
    ("operation", "source", "atomic"),
    [
        (migrations.RunSQL("SELECT 1", migrations.RunSQL.noop), "", True),
        (migrations.RemoveField("team", "name"), "# unused since 0.3.0", True),
        (migrations.DeleteModel("Team"), "# unused since 1.12.0", True),
        (AddIndexConcurrently("team", INDEX), "", False),
        (migrations.AddField("team", "colour", models.CharField(max_length=9, null=True)), "", True),
        (migrations.AddField("team", "since", models.DateTimeField(db_default=Now())), "", True),
        (migrations.AlterField("team", "name", TEXT), "# harmless: only a longer help text", True),
        (AddConstraintNotValid("team", CHECK), "", True),
        (migrations.CreateModel("Thing", [("id", models.BigAutoField(primary_key=True)), ("name", TEXT)]), "", True),
    ],
)
def test_each_rule_lets_the_safe_way_pass(operation: Any, source: str, atomic: bool) -> None:
    assert judged(operation, source=source, atomic=atomic) == ""


def test_a_table_made_in_the_same_migration_may_be_given_anything() -> None:
    table = migrations.CreateModel("Thing", [("id", models.BigAutoField(primary_key=True)), ("name", TEXT)])
    assert judged(table, migrations.AddIndex("thing", INDEX), migrations.AddConstraint("thing", CHECK)) == ""


# --- The house's order ------------------------------------------------------------------------------------------------
def links(registry: Any) -> Iterator[tuple[str, str, str]]:
    """Every reference from a model of ours: from which context, to which, and what it is called."""
    for model in registry.get_models(include_auto_created=True):
        for field in model._meta.get_fields(include_hidden=True):
            target = getattr(field, "related_model", None)
            # A string is a model that is loaded later; both sides of a relation are seen, only the holder counts.
            if target and model._meta.app_label in STEP and getattr(field, "concrete", False):
                yield model._meta.app_label, target._meta.app_label, f"{model._meta.label}.{field.name}"


def upward(found: Iterator[tuple[str, str, str]]) -> list[str]:
    return [
        f"{what} points to {target}"
        for source, target, what in found
        if not (
            source == target
            or (target in STEP and STEP[target] < STEP[source])
            or (target in FRAMEWORKS and source in {"core", "directory", "publishing"})
        )
    ]


def test_every_context_of_ours_has_its_place() -> None:
    here = {config.label for config in apps.get_app_configs() if config.name.startswith("marketcross.web.")}
    assert here <= set(STEP)


def test_every_foreign_key_points_down_or_within() -> None:
    found = list(links(apps))
    assert len(found) > 8 and upward(iter(found)) == []


def test_every_foreign_key_of_the_migrations_points_down_or_within() -> None:
    found = list(links(MigrationLoader(None, ignore_no_migrations=True).project_state().apps))
    assert len(found) > 8 and upward(iter(found)) == []


def test_a_reference_upwards_or_sideways_would_be_found() -> None:
    wrong = [("core", "people", "a"), ("directory", "ledger", "b"), ("commissioning", "people", "c")]
    right = [("people", "core", "d"), ("payments", "ledger", "e"), ("core", "core", "f"), ("core", "auth", "g")]
    assert [line[0] for line in upward(iter(wrong))] == ["a", "b", "c"] and upward(iter(right)) == []


# --- A real database --------------------------------------------------------------------------------------------------
def test_an_address_keeps_what_it_says_when_it_gets_a_lock_timeout() -> None:
    url = with_lock_timeout("postgresql://o:p%40ss@%2Ftmp%2FSock/name?sslmode=require&options=-c%20jit%3Doff")
    read = django_database(url)
    assert read["PASSWORD"] == "p@ss" and read["HOST"] == "/tmp/Sock"
    assert read["OPTIONS"] == {"sslmode": "require", "options": "-c jit=off -c lock_timeout=5s"}
    assert parse_qs(urlsplit(url).query)["options"] == ["-c jit=off -c lock_timeout=5s"]


def test_a_migration_gives_up_where_a_page_holds_the_table(server: Server) -> None:
    with psycopg.connect(with_lock_timeout(server.url(roles.OWNER))) as connection:
        row = connection.execute("SHOW lock_timeout").fetchone()
    assert row == (f"{LOCK_TIMEOUT_SECONDS}s",)


@pytest.fixture
def another(server: Server) -> Iterator[str]:
    """An empty database beside the others, as its owner."""
    place = {"host": str(server.place.socket), "user": "postgres", "password": server.passwords["postgres"]}
    name = "there_and_back"
    with psycopg.connect(**place, dbname="postgres", autocommit=True) as connection:
        roles.make_database(connection, name)
        with psycopg.connect(**place, dbname=name, autocommit=True) as made:
            roles.grant(made)
        yield server.url(roles.OWNER, name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


# Only ours and what they stand on: Wagtail's own migrations cannot all be undone.
THERE_AND_BACK = """
import django; django.setup()
from django.core.management import call_command
from django.db import connection
contexts = %r
def ours():
    names = connection.introspection.table_names()
    return sorted(name for name in names if name.split("_")[0] in contexts)
def migrate(*target):
    for context in contexts if not target else reversed(contexts):
        call_command("migrate", context, *target, verbosity=0)
migrate()
there = ours()
migrate("zero")
back = ours()
migrate()
assert len(there) > 10 and back == [] and ours() == there, (there, back, ours())
call_command("makemigrations", check=True, dry_run=True)
"""


@pytest.mark.slow
def test_all_migrations_go_to_zero_and_back_and_none_is_missing(another: str) -> None:
    contexts = sorted({migration.app_label for migration, _ in ours()}, key=lambda label: STEP[label])
    done = subprocess.run(
        [sys.executable, "-c", THERE_AND_BACK % (contexts,)],
        env=os.environ | {"DATABASE_URL": with_lock_timeout(another)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2_000:] + done.stdout[-500:]
