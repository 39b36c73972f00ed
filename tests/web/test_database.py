"""The embedded database: starts anywhere, twice on one machine, and keeps what it acknowledged whatever is killed."""

import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from marketcross.web.core.database import roles
from marketcross.web.core.database.errors import DatabaseProblem
from marketcross.web.core.database.supervisor import forget, running, start

WRITES = 200
KILLS = 12 if not os.environ.get("MARKETCROSS_BENCH_FULL") else 120


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder with a space in its path, on a real disk."""
    with tempfile.TemporaryDirectory(prefix="market cross ") as name:
        Path(name).chmod(0o755)
        yield Path(name)
        forget(Path(name))


def test_two_clusters_run_beside_each_other_and_one_is_joined(folder: Path) -> None:
    with running(folder / "one") as one, running(folder / "two") as two:
        assert one.place.socket != two.place.socket
        joined = start(one.place)
        assert joined.process is None
        joined.stop()
        with psycopg.connect(one.url()) as connection:
            assert connection.execute("SELECT current_user").fetchone() == (roles.APP,)
    forget(folder / "one")
    forget(folder / "two")


def test_roles_cannot_reach_beyond_themselves(folder: Path) -> None:
    with running(folder) as server:
        with psycopg.connect(server.url(roles.OWNER), autocommit=True) as owner:
            owner.execute("CREATE TABLE kept (number int)")
        with psycopg.connect(server.url(roles.APP), autocommit=True) as app:
            app.execute("INSERT INTO kept VALUES (1)")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute("CREATE TABLE another (number int)")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute("DROP TABLE kept")
        with psycopg.connect(server.url(roles.READER), autocommit=True) as reader:
            assert reader.execute("SELECT number FROM kept").fetchall() == [(1,)]
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                reader.execute("INSERT INTO kept VALUES (2)")
        wrong = server.url(roles.APP).replace(server.passwords[roles.APP][:8], "wrong-pw")
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(wrong)


def test_secrets_and_sockets_are_private(folder: Path) -> None:
    with running(folder) as server:
        assert server.place.passwords.stat().st_mode & 0o077 == 0
        assert server.place.socket.stat().st_mode & 0o077 == 0
        assert server.place.cluster.stat().st_mode & 0o077 == 0


def test_data_of_another_version_is_named_not_touched(folder: Path) -> None:
    with running(folder) as server:
        place = server.place
    (place.cluster / "PG_VERSION").write_text("12\n")
    with pytest.raises(DatabaseProblem, match="of PostgreSQL 12"):
        start(place)
    (place.cluster / "PG_VERSION").write_text("18\n")


def test_a_half_made_cluster_is_made_anew(folder: Path) -> None:
    with running(folder) as server:
        place = server.place
    place.cluster.rename(place.folder / "cluster.new")  # what a power failure before the last step leaves
    with running(folder) as server, psycopg.connect(server.url()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_pid_file_that_names_a_stranger_is_not_believed(folder: Path) -> None:
    with running(folder) as server:
        place = server.place
    (place.cluster / "postmaster.pid").write_text(
        f"{os.getpid()}\n{place.cluster}\n0\n5432\n{place.socket}\n\n\nready\n"
    )
    with running(folder) as server, psycopg.connect(server.url()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert psutil.pid_exists(os.getpid())


@pytest.mark.slow
def test_killing_anything_at_random_loses_nothing_acknowledged(folder: Path) -> None:
    with running(folder) as server, psycopg.connect(server.url(roles.OWNER), autocommit=True) as owner:
        owner.execute("CREATE TABLE kept (number int PRIMARY KEY)")
    chance, acknowledged, number, kills = random.Random(18), set[int](), 0, 0
    while number < WRITES or kills < KILLS:
        last_kill = kills >= KILLS
        kept = _write_until_killed(folder, number, max(WRITES, number + 40), None if last_kill else chance)
        acknowledged |= kept
        kills += not last_kill
        number = max(acknowledged, default=-1) + 2  # the one after may be kept unacknowledged: leave it alone
    with running(folder) as server, psycopg.connect(server.url(roles.READER)) as reader:
        stored = {row[0] for row in reader.execute("SELECT number FROM kept")}
    assert acknowledged <= stored
    assert kills == KILLS and len(acknowledged) >= WRITES // 2


def _write_until_killed(folder: Path, first: int, last: int, chance: random.Random | None) -> set[int]:
    """Let a process write, kill it or its PostgreSQL after some writes, and return what it said was kept."""
    program = [sys.executable, str(Path(__file__).with_name("killable.py")), str(folder), str(first), str(last)]
    process = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    kept, after = set[int](), chance.randint(0, 20) if chance else last
    for line in process.stdout:
        word, *rest = line.split()
        if word == "postmaster":
            postmaster = int(rest[0])
        else:
            kept.add(int(word))
        if chance and len(kept) >= after:
            victim = chance.choice(["client", "postmaster", "backend"])
            _kill(process.pid if victim == "client" else postmaster, backend=victim == "backend")
            chance = None
    process.stdout.close()
    process.kill()
    process.wait()
    return kept


def _kill(pid: int, *, backend: bool) -> None:
    try:
        process = psutil.Process(pid)
        victims = process.children() if backend else [process]
        for victim in victims[-1:]:
            victim.send_signal(signal.SIGKILL)
    except psutil.NoSuchProcess:
        pass
