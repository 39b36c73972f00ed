"""What somebody sent just after their session had ended: sealed, for them alone, until they sign in again.

It lies in the new session of nobody, under a key that is derived from the installation's secret and the person's own
key, so that it opens only for the same account. Files, passwords and codes are never kept.
"""

import json
import re
from dataclasses import dataclass

from django.http import HttpRequest

from marketcross.web.core.drafts.sealing import open_sealed, seal
from marketcross.web.core.models import User

KEPT, WHOSE = "kept_form", "ended_for"
KIND = "kept form"
LARGEST = 100_000  # bytes of one form
NEVER = re.compile(r"pass(word|phrase|code)|secret|csrf|^(code|token|pin)$|_(token|pin)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form as it was sent: its address and its fields, each with all its values."""

    address: str
    fields: dict[str, list[str]]


def keep(request: HttpRequest, whose: str) -> bool:
    """Keep the form that ``request`` sent, for the account ``whose`` alone; says whether it could be kept."""
    fields = {name: [str(v) for v in values] for name, values in request.POST.lists() if not NEVER.search(name)}
    form = {"address": request.get_full_path(), "fields": fields}
    if not fields or len(json.dumps(form)) > LARGEST:
        return False
    request.session[KEPT] = seal(whose, KIND, form).hex()
    return True


def kept_for(request: HttpRequest, user: User) -> KeptForm | None:
    """The form that waits for ``user``; None where there is none, or where it is somebody else's."""
    sealed = request.session.get(KEPT)
    opened = open_sealed(str(user.pk), KIND, bytes.fromhex(sealed)) if sealed else None
    return KeptForm(**opened) if opened else None


def is_being_sent(request: HttpRequest, user: User) -> bool:
    """Whether this request sends what was kept."""
    form = kept_for(request, user)
    return form is not None and form.address == request.get_full_path()


def forget(request: HttpRequest) -> None:
    """Let go of what was kept and of whose it was."""
    request.session.pop(KEPT, None)
    request.session.pop(WHOSE, None)
