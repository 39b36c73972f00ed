"""News of the pathway: keys only."""

from dataclasses import dataclass

from marketcross.web.core.events.bus import Event, declare


@declare("pathway.preference_noted")
@dataclass(frozen=True, slots=True, kw_only=True)
class PreferenceNoted(Event):
    """Somebody wanted something and did not find it."""

    preference: str


@declare("pathway.preference_met")
@dataclass(frozen=True, slots=True, kw_only=True)
class PreferenceMet(Event):
    """Somebody chose a service for what they had wanted in vain."""

    preference: str
    service: str


@declare("pathway.need_opened")
@dataclass(frozen=True, slots=True, kw_only=True)
class NeedOpened(Event):
    """An eligible outcome is not met; its manager was told."""

    need: str
