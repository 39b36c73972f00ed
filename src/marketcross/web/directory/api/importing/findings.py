"""What was found of each service in somebody else's data."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from marketcross.web.directory.api.shapes import Service
from marketcross.web.directory.listing import Listing


class Finding(StrEnum):
    """What becomes of an entry."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LOOKS_LIKE = "looks like one of ours"
    REFUSED = "refused"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Entry:
    """A service as it stands in a file. ``where``: file and line, or file and place in its list."""

    where: str
    service: Service


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding. ``words``: why it was refused, or what could not be kept. ``entry``, ``listing``: where read."""

    finding: Finding
    where: str
    key: UUID | None = None
    name: str = ""
    words: tuple[str, ...] = ()
    entry: Service | None = None
    listing: Listing | None = None
    digest: str = ""


@dataclass(slots=True)
class Report:
    """All findings of one reading."""

    source: str
    found: list[Judged] = field(default_factory=list)

    def of(self, finding: Finding) -> list[Judged]:
        return [one for one in self.found if one.finding == finding]

    def counts(self) -> dict[str, int]:
        return {finding.value: len(self.of(finding)) for finding in Finding}
