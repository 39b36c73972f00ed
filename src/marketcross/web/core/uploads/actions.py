"""Keep a file, judge it, and forget what nobody refers to."""

import hashlib
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import Upload, User

from . import store
from .inspecting import RefusedFile, inspect
from .naming import clean_name
from .purposes import purpose_named
from .scanning import is_clean

MOST_FILES = 100  # of one owner for one purpose, so that nobody fills the disk
ORPHAN_AFTER = timedelta(days=1)  # longer than any request or backup takes


@action("upload.kept")
def keep_upload(*, by: Actor, at: datetime, owner: User, purpose: str, name: str, content: bytes) -> Upload:
    """Keep a file that ``owner`` sent for a purpose; it can be opened once it was found clean.

    A process that is killed in here leaves at most a file that no row names, which the nightly sweep removes.

    :raises RefusedFile: we do not take it; the sentence says why. Nothing is kept.
    """
    if Upload.objects.filter(owner=owner, purpose=purpose).count() >= MOST_FILES:
        raise RefusedFile(_("You have sent %(most)s files already. Remove one first.") % {"most": MOST_FILES})
    kind = inspect(content, name=name, allowed=purpose_named(purpose))
    upload = Upload.objects.create(
        owner=owner,
        purpose=purpose,
        kind=kind,
        name=clean_name(name, kind=kind),
        size=len(content),
        sha256=hashlib.sha256(content).digest(),
        state=_first_state(),
        stored_name=store.put(content),
        at=at,
    )
    note(upload, purpose=purpose, kind=kind, name=upload.name, size=upload.size, state=upload.state)
    if settings.ENVIRONMENT.virus_scan:
        from marketcross.web.core.jobs import scan_upload

        scan_upload.defer(upload=str(upload.pk))
    return upload


def _first_state() -> str:
    """Quarantine, unless this is a demonstration or a test that has no scanner: that passes, and says so."""
    environment = settings.ENVIRONMENT
    unscanned = environment.mode != "production" and environment.virus_scan is None
    return Upload.State.UNSCANNED if unscanned else Upload.State.QUARANTINE


@action("upload.judged")
def judge_upload(*, by: Actor, at: datetime, upload: Upload, clean: bool) -> None:
    """Let a file out of quarantine, or remove it and remember that it was refused."""
    upload.state = Upload.State.CLEAN if clean else Upload.State.REFUSED
    upload.save(update_fields=["state"])
    note(upload, state=upload.state)
    if not clean:
        store.remove(upload.stored_name)


def scan_kept(key: str, *, by: Actor, at: datetime) -> None:
    """Let the scanner judge an upload, once.

    :raises ScanFailed: it could not tell; the upload stays in quarantine.
    """
    upload, program = Upload.objects.get(pk=key), settings.ENVIRONMENT.virus_scan
    if upload.state == Upload.State.QUARANTINE and program:
        clean = is_clean(store.path_of(upload.stored_name), program=program)
        judge_upload(by=by, at=at, upload=upload, clean=clean)


@action("upload.removed")
def remove_upload(*, by: Actor, at: datetime, upload: Upload) -> None:
    """Remove a file and its row, because its owner asked or its time is over; the audit keeps that it was."""
    note(upload)
    upload.delete()
    store.remove(upload.stored_name)


def sweep_orphans(*, at: datetime) -> int:
    """Remove files older than a day that no row names, half written ones included; returns how many."""
    found = list(store.older_than(at - ORPHAN_AFTER))
    known = set(Upload.objects.filter(stored_name__in=[p.name for p in found]).values_list("stored_name", flat=True))
    orphans = [p for p in found if p.name not in known or p.parent == store.arriving()]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)


def requeue_waiting() -> int:
    """Ask again for a judgement on whatever waits, such as uploads from before there was a scanner."""
    from marketcross.web.core.jobs import scan_upload

    waiting = Upload.objects.filter(state=Upload.State.QUARANTINE).values_list("pk", flat=True)
    keys = [str(key) for key in waiting] if settings.ENVIRONMENT.virus_scan else []
    for key in keys:
        scan_upload.defer(upload=key)
    return len(keys)
