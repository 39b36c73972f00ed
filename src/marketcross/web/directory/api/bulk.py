"""The nightly package: the whole directory as JSON lines, with a datapackage.json that proves each file.

A package is written beside the one in use and takes its place in one step: a reader always has a whole one.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from pydantic import BaseModel

from marketcross.web.directory.models import Publication

from .lists import services_of
from .mapping import whole
from .taxonomies import taxonomies, with_terms

SERVICES, TAXONOMIES, DESCRIPTION = "services.jsonl", "taxonomies.jsonl", "datapackage.json"
FILES = (SERVICES, TAXONOMIES)
_AT_ONCE = 500


def folder() -> Path:
    """Where the package in use lies: a link to the newest."""
    return Path(settings.DATA) / "open-referral" / "current"


def write_package(at: datetime) -> Path:
    """Write the directory as it is now, put it in the place of the last one, and remove the one before."""
    link = folder()
    link.parent.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(prefix="package-", dir=link.parent))
    with _one_moment():
        kinds = map(with_terms, taxonomies().values())
        described = [_written(new / SERVICES, _services()), _written(new / TAXONOMIES, kinds)]
    (new / DESCRIPTION).write_text(json.dumps(_package(at, described), indent=2), encoding="utf-8")
    new.chmod(0o755)
    _put_in_place(new, link)
    return new


@contextmanager
def _one_moment() -> Iterator[None]:
    """All that is read inside is of one moment, unless somebody's transaction is under way already (as in tests)."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _services() -> Iterator[BaseModel]:
    keys = Publication.objects.order_by("number").values_list("service_id", flat=True)
    every = list(keys)
    for start in range(0, len(every), _AT_ONCE):
        yield from map(whole, services_of(every[start : start + _AT_ONCE], full=True))


def _written(path: Path, shapes: Iterable[BaseModel]) -> dict[str, Any]:
    """Write one line a shape; what datapackage.json says of the file."""
    digest, rows = hashlib.sha256(), 0
    with path.open("wb") as file:
        for shape in shapes:
            line = shape.model_dump_json(exclude_none=True).encode() + b"\n"
            digest.update(line)
            file.write(line)
            rows += 1
    return {
        "name": path.stem,
        "path": path.name,
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "rows": rows,
        "hash": f"sha256:{digest.hexdigest()}",
    }


def _package(at: datetime, resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "directory-of-support",
        "title": "Directory of support (Open Referral UK 3.0)",
        "profile": "data-package",
        "created": at.isoformat(),
        "schema": "HSDS-UK-3.0",
        "resources": resources,
    }


def _put_in_place(new: Path, link: Path) -> None:
    """Point the link at the new package in one step; the one that was in use stays a night for who is reading it."""
    used = link.resolve() if link.is_symlink() else None
    step = link.with_name(f"{new.name}.link")
    step.symlink_to(new.name)
    step.replace(link)
    for old in link.parent.glob("package-*"):
        if old.is_dir() and not old.is_symlink() and old not in (new, used):
            shutil.rmtree(old)
