"""News of the register: keys only, never a person's words."""

from dataclasses import dataclass

from marketcross.web.core.events.bus import Event, declare


@declare("people.person_added")
@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded(Event):
    """A person has a record now."""

    person: str


@declare("people.merged")
@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(Event):
    """Two records are one: ``gone`` leads to ``kept``."""

    kept: str
    gone: str


@declare("people.unmerged")
@dataclass(frozen=True, slots=True, kw_only=True)
class Unmerged(Event):
    """Two records are two again."""

    kept: str
    restored: str


@declare("people.died")
@dataclass(frozen=True, slots=True, kw_only=True)
class Died(Event):
    """We learnt that a person has died."""

    person: str


@declare("people.restricted")
@dataclass(frozen=True, slots=True, kw_only=True)
class Restricted(Event):
    """A record may be seen by those named only; or (``lifted``) by others again."""

    person: str
    lifted: bool = False


@declare("people.looked_beyond")
@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBeyond(Event):
    """Somebody opened, with a reason, a record that is not theirs to look after."""

    reason: str
    person: str
    emergency: bool
