"""Save and come back later: what every page of questions needs, in one call each."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from marketcross.web.core.actor import Actor

from .actions import forget_by_code, resume_draft, save_draft
from .code import read_code, spoken
from .kinds import Kind, kinds
from .working import Work, drop_work, keep_work, work_of


def save(request: HttpRequest, kind: Kind, work: Work, *, at: datetime) -> HttpResponse:
    """Save ``work`` and go to the page that shows its code."""
    work.code = save_draft(by=Actor.of(request.user), at=at, kind=kind.name, answers=work.answers, code=work.code)
    return keep_work(request, redirect("core:saved_work", kind=kind.name), kind, work)


def resume(request: HttpRequest, typed: str, *, at: datetime) -> HttpResponse | None:
    """Open the draft of a code in this browser and go to where it goes on; None where no draft opens."""
    plain = read_code(typed)
    for kind in kinds() if plain else ():
        answers = resume_draft(kind=kind.name, code=typed, at=at)
        if answers is not None:
            return keep_work(request, redirect(kind.opens), kind, Work(answers, spoken(plain)))
    return None


def forget(request: HttpRequest, kind: Kind, *, at: datetime) -> None:
    """Delete the work of this browser, and its draft where it was saved."""
    work = work_of(request, kind)
    if work.code:
        forget_by_code(by=Actor.of(request.user), at=at, code=work.code)
    drop_work(request, kind)
