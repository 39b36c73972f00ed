"""The directory's news, for the contexts above."""

from dataclasses import dataclass

from marketcross.web.core.events import Event
from marketcross.web.core.events.bus import declare


@declare("directory.service_listed")
@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceListed(Event):
    """A service can be found from now on, or changed while it could."""

    service: str
    organisation: str


@declare("directory.service_hidden")
@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceHidden(Event):
    """A service can no longer be found."""

    service: str


@declare("directory.want_left")
@dataclass(frozen=True, slots=True, kw_only=True)
class WantLeft(Event):
    """Somebody looked in vain, and said so."""

    want: str


@declare("directory.registration_closed")
@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationClosed(Event):
    """A location, by the Commission's number, has left its register."""

    location: str


@declare("directory.rating_fell")
@dataclass(frozen=True, slots=True, kw_only=True)
class RatingFell(Event):
    """A location's rating is lower than it was; ``question``: the key question, or "" for the overall rating."""

    location: str
    question: str
