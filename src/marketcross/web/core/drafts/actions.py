"""Save, resume and forget drafts."""

from datetime import datetime, timedelta
from typing import Any

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import AnonymousDraft

from .code import new_code, read_code
from .sealing import locator, open_sealed, seal

KEPT_DAYS = 90


@action("draft.saved")
def save_draft(*, by: Actor, at: datetime, kind: str, answers: dict[str, Any], code: str | None = None) -> str:
    """Keep ``answers`` for 90 days and return the resume code: the one given, where it opens a draft, or a new one."""
    known = read_code(code) if code else None
    draft = AnonymousDraft.objects.filter(locator=locator(known)).first() if known else None
    spoken = code if draft and code else new_code()
    plain = read_code(spoken)
    assert plain
    draft = draft or AnonymousDraft(locator=locator(plain))
    draft.kind, draft.sealed = kind, seal(plain, kind, answers)
    draft.expires_at = at + timedelta(days=KEPT_DAYS)
    draft.save()
    note(draft, kind=kind)
    return spoken


def resume_draft(*, kind: str, code: str, at: datetime) -> dict[str, Any] | None:
    """The answers of a draft, or None: a wrong code, an old one and none at all look the same."""
    plain = read_code(code)
    draft = AnonymousDraft.objects.filter(locator=locator(plain), expires_at__gt=at).first() if plain else None
    return open_sealed(plain, kind, bytes(draft.sealed)) if plain and draft else None


@action("draft.forgotten")
def forget_draft(*, by: Actor, at: datetime, draft: AnonymousDraft) -> None:
    """Delete a draft, because its time is over or its writer asked."""
    note(draft)
    draft.delete()


def forget_by_code(*, by: Actor, at: datetime, code: str) -> None:
    """Delete the draft of a code, where there is one."""
    plain = read_code(code)
    for draft in AnonymousDraft.objects.filter(locator=locator(plain)) if plain else ():
        forget_draft(by=by, at=at, draft=draft)


def forget_old_drafts(*, by: Actor, at: datetime) -> int:
    """Delete what is past its 90 days; returns how many. May be run twice."""
    old = list(AnonymousDraft.objects.filter(expires_at__lte=at)[:1_000])
    for draft in old:
        forget_draft(by=by, at=at, draft=draft)
    return len(old)
