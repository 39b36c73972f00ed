"""Published statements on disk: whole folders that ``statement build`` made, served as they are."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

KINDS = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf", ".csv": "text/csv; charset=utf-8"}
KINDS[".json"] = "application/json"
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Published:
    """One statement: its address and its title."""

    slug: str
    title: str
    edition: str


def folder() -> Path:
    """Where published statements lie."""
    return Path(settings.DATA) / "statements"


def statements() -> list[Published]:
    """All published statements, by title."""
    found = []
    for evidence in sorted(folder().glob("*/evidence.json")):
        said = _said(evidence, evidence.stat().st_mtime_ns)
        found.append(Published(evidence.parent.name, *said))
    return sorted(found, key=lambda one: one.title)


@lru_cache(maxsize=500)
def _said(evidence: Path, changed: int) -> tuple[str, str]:
    """Title and edition, read again only when the file changed."""
    statement = json.loads(evidence.read_text(encoding="utf-8")).get("statement", {})
    return statement.get("title", evidence.parent.name), statement.get("edition", "")


def file(slug: str, name: str) -> Path | None:
    """A file of a published statement; None for anything else, however the address is written."""
    top = (folder() / slug).resolve()
    path = (top / name).resolve()
    inside = top.parent == folder().resolve() and path.is_relative_to(top)
    return path if inside and path.suffix in KINDS and path.is_file() else None


def policy(page: str) -> str:
    """The policy that a statement's page carries itself: only its own style, named by its hash; never any script."""
    from html import unescape

    found = POLICY.search(page[:4_000])
    own = unescape(found.group(1)) if found else "default-src 'none'"
    return f"{own}; frame-ancestors 'none'"
