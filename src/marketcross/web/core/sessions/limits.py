"""How long somebody stays signed in: a session of use, and never longer than a working day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

ACTIVE, BEGAN = "active_at", "began_at"
TOUCH_EVERY = timedelta(minutes=1)  # so that reading pages does not write to the database each time


@dataclass(frozen=True, slots=True)
class Limits:
    """When a session ends, from when it began and when it was last used."""

    began: datetime
    active: datetime

    def ends(self) -> datetime:
        """The earlier of too long unused and too long altogether."""
        idle = timedelta(seconds=settings.SESSION_IDLE_SECONDS)
        return min(self.active + idle, self.began + timedelta(seconds=settings.SESSION_LONGEST_SECONDS))

    def seconds_left(self, at: datetime) -> int:
        return max(0, int((self.ends() - at).total_seconds()))


def limits_of(session: SessionBase) -> Limits | None:
    """What the session itself says; None before its first signed-in page."""
    if ACTIVE not in session or BEGAN not in session:
        return None
    return Limits(datetime.fromisoformat(session[BEGAN]), datetime.fromisoformat(session[ACTIVE]))


def touch(session: SessionBase, *, at: datetime, now: bool = False) -> None:
    """Remember that somebody is there; at most once a minute, unless ``now``."""
    known = limits_of(session)
    if known is None:
        session[BEGAN] = at.isoformat()
    elif not now and at - known.active < TOUCH_EVERY:
        return
    session[ACTIVE] = at.isoformat()
