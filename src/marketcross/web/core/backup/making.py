"""Make a backup: one moment of the database, whole or not at all."""

import os
import subprocess
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from marketcross.web.core.database.binaries import install_folder
from marketcross.web.core.database.errors import DatabaseProblem

from .manifest import DUMP, FORMAT, NAME, UPLOADS, Manifest, audit_head, checksum, counts, grants


def postgres_environment(database: dict[str, Any]) -> dict[str, str]:
    """How PostgreSQL's programs reach the database of Django's settings; the password never is an argument."""
    named = {
        "PGHOST": database["HOST"],
        "PGPORT": str(database["PORT"] or ""),
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGDATABASE": database["NAME"],
        "PGSSLMODE": database["OPTIONS"].get("sslmode", ""),
    }
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"} | {k: v for k, v in named.items() if v}


def run(program: str, words: list[str], database: dict[str, Any]) -> None:
    """Run one of PostgreSQL's programs on a database."""
    command = [str(install_folder() / "bin" / program), *words]
    done = subprocess.run(command, env=postgres_environment(database), capture_output=True, text=True)
    if done.returncode:
        raise DatabaseProblem(f"{program} failed: {done.stderr.strip()[-600:]}")


def connect(database: dict[str, Any]) -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(
        host=database["HOST"],
        port=database["PORT"] or None,
        user=database["USER"],
        password=database["PASSWORD"],
        dbname=database["NAME"],
    )


def back_up(target: Path, *, database: dict[str, Any], uploads: Path, at: datetime) -> Manifest:
    """Write a backup to ``target``. Counts, chain and dump are of one moment; writers are not held up.

    :raises DatabaseProblem: ``target`` exists already, or a program failed; then nothing is left behind.
    """
    if target.exists():
        raise DatabaseProblem(f"{target} exists already; a backup is never written over. Choose another name.")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as name:
        folder = Path(name)
        with connect(database) as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            row = connection.execute("SELECT pg_export_snapshot()").fetchone()
            assert row
            words = ["--format=custom", f"--snapshot={row[0]}", f"--file={folder / DUMP}"]
            run("pg_dump", words, database)
            counted, granted, (position, link) = counts(connection), grants(connection), audit_head(connection)
        kept = sorted(path for path in uploads.rglob("*") if path.is_file()) if uploads.is_dir() else []
        sums = {DUMP: checksum(folder / DUMP)}
        sums |= {f"{UPLOADS}/{path.relative_to(uploads)}": checksum(path) for path in kept}
        manifest = Manifest(FORMAT, at.isoformat(), counted, granted, position, link, sums)
        (folder / NAME).write_text(manifest.text())
        _pack(folder, kept, uploads, target)
    return manifest


def _pack(folder: Path, kept: list[Path], uploads: Path, target: Path) -> None:
    """One tar file, private, on disk before it gets its name."""
    beside = folder / "backup.tar"
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        with tarfile.open(fileobj=file, mode="w") as tar:
            tar.add(folder / NAME, NAME)
            tar.add(folder / DUMP, DUMP)
            for path in kept:
                tar.add(path, f"{UPLOADS}/{path.relative_to(uploads)}")
        file.flush()
        os.fsync(file.fileno())
    beside.rename(target)
