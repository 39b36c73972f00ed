"""Everything that writes to publishing."""

from .answers import answer
from .editions import ask_to_publish, draft_edition, mark_failed, mark_published
from .meeting import note_met, note_no_longer_met
from .opportunities import NotNow, change_opportunity, link_grant, make_opportunity, publish_opportunity, withdraw
from .snapshots import MonthsTaken, count_wants

__all__ = [
    "MonthsTaken",
    "NotNow",
    "answer",
    "ask_to_publish",
    "change_opportunity",
    "count_wants",
    "draft_edition",
    "link_grant",
    "make_opportunity",
    "mark_failed",
    "mark_published",
    "note_met",
    "note_no_longer_met",
    "publish_opportunity",
    "withdraw",
]
