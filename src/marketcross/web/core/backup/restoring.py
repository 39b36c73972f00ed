"""Restore a backup into an empty database, and prove that everything came back."""

import json
import shutil
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from marketcross.web.core.database import roles
from marketcross.web.core.database.errors import DatabaseProblem

from .making import connect, run
from .manifest import DUMP, FORMAT, NAME, UPLOADS, Manifest, audit_head, checksum, counts, grants, tables


def unpack(source: Path, folder: Path) -> Manifest:
    """Unpack into ``folder`` and check every checksum before anything is touched.

    :raises DatabaseProblem: not a backup of ours, of a later version, or damaged.
    """
    try:
        with tarfile.open(source) as tar:
            _extract(tar, folder)
        manifest = Manifest(**json.loads((folder / NAME).read_text()))
    except (OSError, tarfile.TarError, ValueError, TypeError) as error:
        raise DatabaseProblem(f"{source} is not a whole backup of Market Cross ({type(error).__name__}).") from error
    if manifest.format != FORMAT:
        raise DatabaseProblem(f"{source} is of backup format {manifest.format}; this version reads {FORMAT}.")
    damaged = [name for name, value in manifest.checksums.items() if _sum(folder / name) != value]
    if damaged:
        raise DatabaseProblem(f"{source} is damaged: {', '.join(damaged[:5])}. Take another backup file.")
    return manifest


def _extract(tar: tarfile.TarFile, folder: Path) -> None:
    """Write the regular files of a backup; a link, a device or a path that leaves the folder is refused.

    Python 3.11.2, which Debian 12 has, lacks tarfile's own filter.
    """
    for member in tar:
        target = (folder / member.name).resolve()
        content = tar.extractfile(member) if member.isreg() else None
        if content is None or not target.is_relative_to(folder.resolve()):
            raise ValueError("an entry that no backup of ours holds")
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            shutil.copyfileobj(content, file)


def _sum(path: Path) -> str:
    return checksum(path) if path.is_file() else "missing"


def restore(source: Path, *, database: dict[str, Any], uploads: Path) -> Manifest:
    """Restore ``source`` into the empty ``database`` and the empty folder ``uploads``; all of it or nothing.

    :raises DatabaseProblem: the target is not empty, the file is damaged, or what came back differs.
    """
    with connect(database) as connection:
        if found := tables(connection):
            raise DatabaseProblem(f"The database is not empty ({len(found)} tables). Restore only into an empty one.")
    if uploads.is_dir() and any(uploads.iterdir()):
        raise DatabaseProblem(f"{uploads} is not empty. Restore only beside an empty folder of uploads.")
    uploads.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=uploads.parent, prefix=".restore-") as name:
        folder = Path(name)
        manifest = unpack(source, folder)
        _forget_default_grants(database)
        words = ["--single-transaction", "--exit-on-error", "--no-owner", f"--role={roles.OWNER}"]
        run("pg_restore", [*words, f"--dbname={database['NAME']}", str(folder / DUMP)], database)
        if (folder / UPLOADS).is_dir():
            shutil.rmtree(uploads, ignore_errors=True)
            (folder / UPLOADS).rename(uploads)
    _compare(manifest, database)
    return manifest


def _forget_default_grants(database: dict[str, Any]) -> None:
    """Only the backup's own grants may count: the target's defaults would let the app change its audit."""
    with connect(database) as connection:
        for kind in ("TABLES", "SEQUENCES"):
            connection.execute(
                f"ALTER DEFAULT PRIVILEGES FOR ROLE {roles.OWNER} IN SCHEMA public "
                f"REVOKE ALL ON {kind} FROM {roles.APP}, {roles.READER}".encode()
            )


def _compare(manifest: Manifest, database: dict[str, Any]) -> None:
    with connect(database) as connection:
        counted, granted, head = counts(connection), grants(connection), audit_head(connection)
    different = [name for name in manifest.counts if counted.get(name) != manifest.counts[name]]
    different += [name for name in {*granted, *manifest.grants} if granted.get(name) != manifest.grants.get(name)]
    if different or head != (manifest.audit_position, manifest.audit_link):
        raise DatabaseProblem(
            f"What was restored differs from the backup: {', '.join(different) or 'the audit chain'}."
        )
