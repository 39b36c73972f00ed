"""What is known of one postcode, whatever the file it was read from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LocalityKind(StrEnum):
    """The kinds of place that a postcode lies in at once; they need not nest in each other."""

    NEIGHBOURHOOD = "neighbourhood"
    COUNCIL_LOCALITY = "council_locality"
    HEALTH_LOCALITY = "health_locality"
    PRIMARY_CARE_NETWORK = "primary_care_network"
    AREA = "area"


@dataclass(frozen=True, slots=True, order=True)
class LocalityRow:
    """A named place in one kind of geography; ``code`` is unique within the kind."""

    kind: LocalityKind
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PostcodeRow:
    """A postcode: metres on the British National Grid where known, and at most one locality of each kind.

    ``terminated_on`` is the first day on which it was no longer in use; None means it is in use.
    """

    postcode: str
    easting: int | None = None
    northing: int | None = None
    terminated_on: date | None = None
    localities: tuple[LocalityRow, ...] = ()
