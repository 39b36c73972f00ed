"""Answers while somebody is still writing them: sealed in their session under a code that only their browser holds.

The session's row alone tells nothing, nor does the cookie alone; when the browser closes, the answers cannot be read
by anybody any more, unless they were saved with a resume code.
"""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .code import new_code, read_code
from .kinds import Kind
from .sealing import open_sealed, seal


@dataclass(slots=True)
class Work:
    """What was answered so far, and the resume code, where it was saved once."""

    answers: dict[str, Any] = field(default_factory=dict)
    code: str | None = None


def work_of(request: HttpRequest, kind: Kind) -> Work:
    """The work of this browser; empty where there is none."""
    code = read_code(request.COOKIES.get(settings.WORK_COOKIE_NAME, ""))
    sealed = request.session.get(_place(kind))
    opened = open_sealed(code, kind.name, bytes.fromhex(sealed)) if code and sealed else None
    return Work(**opened) if opened else Work()


def keep_work(request: HttpRequest, response: HttpResponse, kind: Kind, work: Work) -> HttpResponse:
    """Seal ``work`` into the session, and give the browser its code with ``response``."""
    code = read_code(request.COOKIES.get(settings.WORK_COOKIE_NAME, "")) or read_code(new_code())
    assert code
    request.session[_place(kind)] = seal(code, kind.name, {"answers": work.answers, "code": work.code}).hex()
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(settings.WORK_COOKIE_NAME, code, secure=secure, httponly=True, samesite="Lax")
    return response


def drop_work(request: HttpRequest, kind: Kind) -> None:
    """Forget the work of this browser."""
    request.session.pop(_place(kind), None)


def _place(kind: Kind) -> str:
    return f"working {kind.name}"
