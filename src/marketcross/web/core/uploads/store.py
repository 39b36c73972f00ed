"""The files themselves: random names, private, whole or absent, in a folder that no server serves."""

import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """Where whole files lie; backups take this folder."""
    return Path(settings.MEDIA_ROOT)


def arriving() -> Path:
    """Where files are written until they are whole, on the same disk."""
    return folder().parent / "uploads-arriving"


def path_of(stored_name: str) -> Path:
    """Where the file of a stored name lies; two letters of it are its folder, so that none grows too long."""
    return folder() / stored_name[:2] / stored_name


def put(content: bytes) -> str:
    """Write ``content`` and return its stored name. It is on the disk, whole, before it has that name."""
    name = secrets.token_hex(16)
    target, beside = path_of(name), arriving() / name
    for parent in (target.parent, beside.parent):
        parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(target)
    _sync(target.parent)
    return name


def _sync(directory: Path) -> None:
    """Make the new name itself last through a power failure."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(stored_name: str) -> None:
    """Remove a file; one that is gone already is no error."""
    path_of(stored_name).unlink(missing_ok=True)


def older_than(moment: datetime) -> Iterator[Path]:
    """Files, whole or half written, that were last changed before ``moment``."""
    for place in (folder(), arriving()):
        for path in place.rglob("*"):
            if path.is_file() and path.stat().st_mtime < moment.timestamp():
                yield path
