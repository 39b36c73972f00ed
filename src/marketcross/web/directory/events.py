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
