"""The states of each record of the thread and the moves between them: docs/method/pathway-thread.md draws them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


class MoveRefused(Exception):
    """A move that may not be made, with a sentence for the reader that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Move:
    """From any of ``starts`` to one of ``ends``."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]


MOVES = {
    "introduction": {
        "begin": Move(("waiting",), ("begun",)),
        "end": Move(("waiting", "begun"), ("ended",)),
    },
    "plan": {
        "change": Move(("draft",), ("draft",)),
        "agree": Move(("draft",), ("draft", "agreed")),
        "reopen": Move(("agreed",), ("draft",)),
        "end": Move(("draft", "agreed"), ("ended",)),
    },
    "preference": {
        "choose": Move(("open",), ("chosen",)),
        "withdraw": Move(("open",), ("withdrawn",)),
    },
    "match": {
        "tell": Move(("found",), ("told",)),
        "choose": Move(("told",), ("chosen",)),
        "decline": Move(("told",), ("declined",)),
        "lose": Move(("found", "told"), ("lost",)),
        "find again": Move(("lost",), ("found",)),
    },
    "need": {
        "meet": Move(("open",), ("met",)),
        "close": Move(("open",), ("closed",)),
    },
}

WHY = {
    ("introduction", "waiting"): _("Nobody has begun with this introduction yet. Begin it first."),
    ("introduction", "begun"): _("This introduction was begun already."),
    ("introduction", "ended"): _("This introduction has ended. Make a new one."),
    ("plan", "draft"): _("This plan is still being written. Both sides have to agree it first."),
    ("plan", "agreed"): _("This plan is agreed. Open it for changes first: the agreed version is kept."),
    ("plan", "ended"): _("This plan has ended. Start a new one."),
    ("preference", "chosen"): _("The person has already chosen something for this."),
    ("preference", "withdrawn"): _("This is no longer wanted. Note it again if it is."),
    ("match", "found"): _("The person has not been told of this service yet. Note first when you told them."),
    ("match", "told"): _("The person was told of this service already."),
    ("match", "chosen"): _("The person has chosen this service already."),
    ("match", "declined"): _("The person has said that this service is not for them."),
    ("match", "lost"): _("This service is no longer in the directory."),
    ("need", "met"): _("This need is met already."),
    ("need", "closed"): _("This was closed already. Open it again if the need is still there."),
}


def require(kind: str, state: str, move: str) -> None:
    """Let ``move`` pass from ``state``.

    :raises MoveRefused: with the reason, where the move does not start there.
    """
    if state not in MOVES[kind][move].starts:
        raise MoveRefused(str(WHY[kind, state]))
