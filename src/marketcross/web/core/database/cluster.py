"""Make a cluster: whole, or not at all.

Everything happens in ``cluster.new``; the last step renames it. Power that fails in the middle leaves a folder that the
next start throws away.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import child, roles
from .binaries import major_version
from .errors import DatabaseProblem
from .place import Place

INITDB = (
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",  # the same order of letters on every machine
    "--locale=C.UTF-8",
    "--data-checksums",
)


def check_version(place: Place) -> None:
    """Data of another major version cannot be opened; say what to do instead of letting PostgreSQL fail."""
    made_by = int((place.cluster / "PG_VERSION").read_text().strip())
    ours = major_version(place.programs)
    if made_by != ours:
        raise DatabaseProblem(
            f"The data in {place.cluster} is of PostgreSQL {made_by}, the installed programs are {ours}. Restore your "
            "last backup into an empty data folder with the new programs (docs/guides/upgrade.md)."
        )


@contextmanager
def _first_password(place: Place, password: str) -> Iterator[Path]:
    """The superuser's first password, in a private file that lives as long as initdb."""
    path = place.socket / "first-password"
    path.touch(mode=0o600)
    try:
        path.write_text(password)
        child.own(place, path)
        yield path
    finally:
        path.unlink(missing_ok=True)


def make(place: Place) -> tuple[Path, dict[str, str]]:
    """Make the files of an empty cluster beside its final place; returns them and the passwords of the roles."""
    fresh = place.folder / "cluster.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    child.own(place, fresh)
    passwords = roles.new_passwords()
    with _first_password(place, passwords["postgres"]) as file:
        child.run(place, "initdb", "--pgdata", fresh, f"--pwfile={file}", *INITDB)
    return fresh, passwords
