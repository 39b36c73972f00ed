"""The drill: back up a living database, restore it into another one, and find every count and link equal."""

import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.audit.sealing import seal
from marketcross.web.core.backup.making import back_up
from marketcross.web.core.backup.manifest import counts
from marketcross.web.core.backup.restoring import restore
from marketcross.web.core.database import roles
from marketcross.web.core.database.errors import DatabaseProblem
from marketcross.web.core.database.supervisor import Server

from .test_actions import make_team

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def living(transactional_db: None) -> dict[str, Any]:
    for number in range(20):
        make_team(by=SYSTEM, at=AT, name=f"Team {number}")
    assert seal() == 20
    return dict(connections["owner"].settings_dict)


@pytest.fixture
def empty(server: Server, living: dict[str, Any]) -> Iterator[dict[str, Any]]:
    name = "drill"
    place = {"host": str(server.place.socket), "user": "postgres", "password": server.passwords["postgres"]}
    with psycopg.connect(**place, dbname="postgres", autocommit=True) as connection:
        roles.make_database(connection, name)
        with psycopg.connect(**place, dbname=name, autocommit=True) as made:
            roles.grant(made)
        yield living | {"NAME": name}
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026" / "bill.txt").write_text("£45")
    return folder


def test_everything_comes_back(living: dict[str, Any], empty: dict[str, Any], uploads: Path, tmp_path: Path) -> None:
    made = back_up(tmp_path / "b.tar", database=living, uploads=uploads, at=AT)
    assert made.counts["core_team"] == made.counts["core_auditevent"] == made.audit_position == 20
    back = restore(tmp_path / "b.tar", database=empty, uploads=tmp_path / "other" / "uploads")
    assert back == made
    assert (tmp_path / "other" / "uploads" / "2026" / "bill.txt").read_text() == "£45"
    with psycopg.connect(host=empty["HOST"], user=roles.APP, password=_app_password(), dbname=empty["NAME"]) as app:
        assert counts(app) == made.counts
        with pytest.raises(psycopg.errors.InsufficientPrivilege):  # the restored audit is append-only as well
            app.execute("DELETE FROM core_auditevent")


def _app_password() -> str:
    return str(connections["default"].settings_dict["PASSWORD"])


def test_a_database_that_is_not_empty_is_refused(living: dict[str, Any], uploads: Path, tmp_path: Path) -> None:
    back_up(tmp_path / "b.tar", database=living, uploads=uploads, at=AT)
    with pytest.raises(DatabaseProblem, match="not empty"):
        restore(tmp_path / "b.tar", database=living, uploads=tmp_path / "other")


def test_a_damaged_file_is_refused_and_touches_nothing(
    living: dict[str, Any], empty: dict[str, Any], uploads: Path, tmp_path: Path
) -> None:
    back_up(tmp_path / "b.tar", database=living, uploads=uploads, at=AT)
    whole = (tmp_path / "b.tar").read_bytes()
    place = whole.index("£45".encode())
    (tmp_path / "bad.tar").write_bytes(whole[:place] + b"9" + whole[place + 1 :])
    (tmp_path / "short.tar").write_bytes(whole[: len(whole) // 3])
    for name, says in (("bad.tar", "damaged: uploads/2026/bill.txt"), ("short.tar", "not a whole backup|damaged")):
        with pytest.raises(DatabaseProblem, match=says):
            restore(tmp_path / name, database=empty, uploads=tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_a_path_that_leaves_the_folder_is_refused(empty: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        tar.add(tmp_path / "x", "../../evil")
    with pytest.raises(DatabaseProblem, match="not a whole backup"):
        restore(tmp_path / "evil.tar", database=empty, uploads=tmp_path / "other")


def test_a_backup_is_private_and_never_written_over(living: dict[str, Any], uploads: Path, tmp_path: Path) -> None:
    back_up(tmp_path / "b.tar", database=living, uploads=uploads, at=AT)
    assert (tmp_path / "b.tar").stat().st_mode & 0o077 == 0
    with pytest.raises(DatabaseProblem, match="never written over"):
        back_up(tmp_path / "b.tar", database=living, uploads=uploads, at=AT)
