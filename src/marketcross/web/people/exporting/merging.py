"""Of two open requests of one person the earlier one is answered: it is due first. Imported when the context starts."""

from typing import Any

from marketcross.web.people.merging import clash
from marketcross.web.people.merging.kinds import Resolved


@clash("people.subjectrequest")
def _two_requests(kept: Any, gone: Any) -> Resolved | None:
    if kept.handed_on or gone.handed_on:
        return None
    return Resolved.EXCHANGED if gone.asked_on < kept.asked_on else Resolved.BEHIND
