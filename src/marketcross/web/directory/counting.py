"""Count one visitor's want once, and know nobody (ADR 0112).

A mark is a digest of who and what under a secret that is made by chance each day and deleted after four weeks. It
refers to no want. Who: the browser, the address that it came from, or somebody of the staff who helps others.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .models import WantDay, WantMark

DAYS = 28
# How often one of each may want the same thing within DAYS. A household, a library or a telephone network shares an
# address, so it counts twice in each place: below the lowest threshold of disclosure control, which is 3.
MOST = {"browser": 1, "address": 2, "helper": 10}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who leaves a want: pairs of a kind of MOST and a word that tells one from another. Kept nowhere."""

    marks: tuple[tuple[str, str], ...]


def counted_before(visitor: Visitor, category: str, locality: str, *, on: date) -> bool:
    """Whether this visitor's wants for the same thing have been counted as often as they may."""
    days = list(WantDay.objects.filter(on__gt=on - timedelta(days=DAYS), on__lte=on))
    return any(_used(kind, who, _what(kind, category, locality), days) >= MOST[kind] for kind, who in visitor.marks)


def _what(kind: str, category: str, locality: str) -> str:
    """What counts as the same: for a browser the kind of thing, wherever, for whomever, whenever and at what price."""
    return category if kind == "browser" else f"{category} {locality}"


def mark(visitor: Visitor, category: str, locality: str, *, on: date) -> None:
    """Remember that it was counted; for use inside an action."""
    today, _ = WantDay.objects.get_or_create(on=on, defaults={"secret": secrets.token_bytes(32)})
    days = list(WantDay.objects.filter(on__gt=on - timedelta(days=DAYS), on__lte=on))
    made = []
    for kind, who in visitor.marks:
        what = _what(kind, category, locality)
        made.append(WantMark(mark=_digest(today, kind, who, what, _used(kind, who, what, days)), day=today))
    WantMark.objects.bulk_create(made, ignore_conflicts=True)


def _used(kind: str, who: str, what: str, days: list[WantDay]) -> int:
    return WantMark.objects.filter(mark__in=list(_possible(kind, who, what, days))).count()


def _possible(kind: str, who: str, what: str, days: list[WantDay]) -> Iterator[bytes]:
    return (_digest(day, kind, who, what, turn) for day in days for turn in range(MOST[kind]))


def _digest(day: WantDay, kind: str, who: str, what: str, turn: int) -> bytes:
    words = "\0".join((kind, who, what, str(turn)))
    return hmac.new(bytes(day.secret), words.encode(), hashlib.sha256).digest()
