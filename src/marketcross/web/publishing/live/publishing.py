"""Build the live statement: to look at first, then where everybody reads it."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from marketcross.statement import html
from marketcross.statement.lint import lint
from marketcross.statement.publishing import build, prepare
from marketcross.statement.reading import PackErrors, read_pack
from marketcross.statement.replacing import UnusableFolderError
from marketcross.statement.styles import NotBuiltError
from marketcross.web.core.actor import SYSTEM
from marketcross.web.publishing import actions, published
from marketcross.web.publishing.models import Edition

from .pack import write_pack

SLUG = "what-people-want"


class CannotBuild(Exception):
    """Why an edition cannot be built, in words for whoever asked for it."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How an edition would look, and what a reader would stumble over."""

    page: str
    findings: list[str]


def preview(edition: Edition) -> Preview:
    """Build the edition's page as a draft; nothing is kept.

    :raises CannotBuild: it cannot be built.
    """
    with tempfile.TemporaryDirectory() as folder:
        pack_folder = write_pack(edition, Path(folder), published=None, address=address_of(edition))
        try:
            pack = read_pack(pack_folder)
            page = html.render(prepare(pack).document)
        except (PackErrors, NotBuiltError) as error:
            raise CannotBuild(_said(error)) from error
        return Preview(page, [f"{found.file}: {found.message}" for found in lint(pack)])


def publish(key: UUID) -> None:
    """Build a waiting edition and let it take the place of the one before; on failure say why, and touch nothing."""
    edition = Edition.objects.select_related("snapshot").get(pk=key)
    if edition.state != Edition.State.WAITING:
        return
    try:
        _build(edition)
    except CannotBuild as error:
        actions.mark_failed(by=SYSTEM, at=timezone.now(), edition=key, problem=str(error))
        return
    actions.mark_published(by=SYSTEM, at=timezone.now(), edition=key)


def _build(edition: Edition) -> None:
    """The pack is kept beside the statements, so that the next edition can say what changed."""
    kept = packs() / str(edition.number)
    shutil.rmtree(kept, ignore_errors=True)
    last = Edition.objects.filter(state=Edition.State.PUBLISHED).order_by("-number").first()
    before = packs() / str(last.number) if last else None
    try:
        write_pack(edition, kept, published=timezone.localdate(), address=address_of(edition))
        build(kept, published.folder() / SLUG, before if before and before.is_dir() else None)
    except (PackErrors, NotBuiltError, UnusableFolderError, OSError) as error:
        raise CannotBuild(_said(error)) from error


def packs() -> Path:
    """Where the packs of published editions lie."""
    return Path(settings.DATA) / "evidence-packs"


def address_of(edition: Edition) -> str:
    """The public address of the page that shows an edition's counts."""
    environment = settings.ENVIRONMENT
    scheme = "https" if environment.tls == "proxy" else "http"
    return f"{scheme}://{environment.hosts[0]}{reverse('publishing:evidence', args=[edition.snapshot_id])}"


def _said(error: Exception) -> str:
    if isinstance(error, PackErrors):
        return "\n".join(str(problem) for problem in error.problems)
    if isinstance(error, OSError):
        return f"{Path(error.filename).name if error.filename else 'a file'}: {error.strerror}"
    return str(error)
