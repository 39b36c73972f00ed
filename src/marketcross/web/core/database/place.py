"""Where a cluster lives, which system user runs it, and where its socket is.

PostgreSQL refuses to run as root, so root runs it as ``nobody``. Where ``nobody`` may not enter the project's folder
(a clone under /root, say), programs and data move to a folder of the system's that it may enter; ``place`` says so.
"""

import hashlib
import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .binaries import full_version, install_folder
from .errors import DatabaseProblem

SYSTEM_FOLDER = Path("/var/lib/marketcross")
LONGEST_SOCKET_PATH = 100  # bytes; the system's limit for a whole socket name is 104 to 108


@dataclass(frozen=True, slots=True)
class Place:
    """All that is needed to run one cluster. ``user`` is None where we run as an ordinary user already."""

    folder: Path
    programs: Path
    socket: Path
    user: str | None

    @property
    def cluster(self) -> Path:
        return self.folder / "cluster"

    @property
    def lock(self) -> Path:
        return self.folder / "supervisor.lock"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def passwords(self) -> Path:
        return self.folder / "passwords.json"

    @property
    def moved(self) -> bool:
        """Whether the data had to leave the folder that was asked for."""
        return SYSTEM_FOLDER in self.folder.parents


def may_enter(folder: Path, user: pwd.struct_passwd) -> bool:
    """Whether ``user`` may pass through ``folder`` and all folders above it."""
    for step in (folder, *folder.parents):
        status = step.stat()
        bit = stat.S_IXUSR if status.st_uid == user.pw_uid else stat.S_IXOTH
        if status.st_gid == user.pw_gid:
            bit |= stat.S_IXGRP
        if not status.st_mode & bit:
            return False
    return True


def private_folder(path: Path, user: str | None) -> Path:
    """Make ``path`` a folder that only ``user`` (or we) may open; refuse one that somebody else made."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    owner = pwd.getpwnam(user).pw_uid if user else os.geteuid()
    status = path.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid not in {owner, os.geteuid()}:
        raise DatabaseProblem(f"{path} belongs to another user; remove it, or set TMPDIR to a folder of your own.")
    if status.st_uid != owner:
        os.chown(path, owner, -1)
    path.chmod(0o700)
    return path


def socket_folder(folder: Path, user: str | None) -> Path:
    """A short private path for the socket, one for each cluster, the same at each start."""
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    path = Path(tempfile.gettempdir()).resolve() / f"marketcross-{os.geteuid()}-{name}"
    if len(os.fsencode(path)) > LONGEST_SOCKET_PATH - len("/.s.PGSQL.5432"):
        path = Path("/tmp") / path.name  # noqa: S108 - private_folder refuses a folder that is not ours
    return private_folder(path, user)


def programs_for(folder: Path, user: pwd.struct_passwd) -> Path:
    """PostgreSQL's programs where ``user`` can run them: in place, or copied beside the data."""
    installed = install_folder().resolve()
    if may_enter(installed / "bin", user):
        return installed
    copy = folder / f"programs-{full_version(installed)}"
    if not (copy / "bin" / "postgres").exists():
        beside = folder / "programs.new"
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(installed, beside)
        beside.chmod(0o755)
        beside.rename(copy)
    return copy


def place_for(data: Path) -> Place:
    """The place of the cluster for the data folder ``data`` (usually ``var``), made where it is missing."""
    wanted = data.resolve() / "postgres"
    wanted.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        private_folder(wanted, None)
        return Place(wanted, install_folder(), socket_folder(wanted, None), None)
    nobody = pwd.getpwnam("nobody")
    folder = wanted
    if not may_enter(wanted.parent, nobody):
        folder = SYSTEM_FOLDER / hashlib.sha256(os.fsencode(wanted)).hexdigest()[:12]
        folder.mkdir(parents=True, exist_ok=True)
        for step in (folder, SYSTEM_FOLDER):
            step.chmod(0o755)
    folder.chmod(0o755)
    return Place(folder, programs_for(folder, nobody), socket_folder(folder, "nobody"), "nobody")
