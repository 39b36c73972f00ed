"""How the register's own rows clash, and what of it stays. Imported when the context starts."""

from datetime import date
from typing import Any

from marketcross.web.people.models.period import Dated
from marketcross.web.people.vocabulary import AddressKind, Wish

from .kinds import Resolved, clash, stays

# The index is made anew; merges say who was merged; a record that was merged before leads on by itself.
stays("people.findable")
stays("people.person", "merged_into")
stays("people.merge", "kept")
stays("people.merge", "gone")
stays("people.likelysame", "one")
stays("people.likelysame", "other")

_HOMES = (AddressKind.HOME, AddressKind.NO_FIXED_ADDRESS)
_STRICTER = [Wish.SHARE, Wish.ASK, Wish.NOT]


def overlap(a: Dated, b: Dated) -> bool:
    """Whether two periods hold a day in common."""
    return (b.ends_on is None or a.starts_on < b.ends_on) and (a.ends_on is None or b.starts_on < a.ends_on)


def _open(*rows: Any) -> bool:
    return all(row.ends_on is None for row in rows)


@clash("people.name")
def _same_name(kept: Any, gone: Any) -> Resolved | None:
    """Names that differ may all stand: ``moving`` turns the used name that was not chosen into one also known."""
    return Resolved.BEHIND if kept.whole == gone.whole else None


@clash("people.address", choice="home")
def _two_homes(kept: Any, gone: Any) -> Resolved | None:
    return Resolved.BEHIND if kept.kind in _HOMES and gone.kind in _HOMES and overlap(kept, gone) else None


@clash("people.gpregistration", choice="gp")
def _two_practices(kept: Any, gone: Any) -> Resolved | None:
    return Resolved.BEHIND if overlap(kept, gone) else None


@clash("people.assignment")
def _same_worker(kept: Any, gone: Any) -> Resolved | None:
    same = (kept.user_id, kept.team_id) == (gone.user_id, gone.team_id)
    return Resolved.BEHIND if same and _open(kept, gone) else None


@clash("people.lending")
def _same_borrower(kept: Any, gone: Any) -> Resolved | None:
    return Resolved.BEHIND if kept.user_id == gone.user_id and _open(kept, gone) else None


@clash("people.namedforrestricted")
def _same_named(kept: Any, gone: Any) -> Resolved | None:
    return Resolved.BEHIND if kept.user_id == gone.user_id and _open(kept, gone) else None


@clash("people.keptpart")
def _same_part(kept: Any, gone: Any) -> Resolved | None:
    same = (kept.part, kept.kept_from) == (gone.part, gone.kept_from)
    return Resolved.BEHIND if same and _open(kept, gone) else None


@clash("people.sharingwish")
def _two_wishes(kept: Any, gone: Any) -> Resolved | None:
    """Of two wishes the one that shares less counts."""
    if kept.about != gone.about or not _open(kept, gone):
        return None
    stricter = _STRICTER.index(gone.wish) > _STRICTER.index(kept.wish)
    return Resolved.EXCHANGED if stricter else Resolved.BEHIND


@clash("people.consent")
def _two_consents(kept: Any, gone: Any) -> Resolved | None:
    both = kept.withdrawn_on is None and gone.withdrawn_on is None
    return Resolved.BEHIND if kept.purpose == gone.purpose and both else None


@clash("people.lawfulbasis")
def _same_purpose(kept: Any, gone: Any) -> Resolved | None:
    return Resolved.BEHIND if kept.purpose == gone.purpose and _open(kept, gone) else None


@clash("people.equalityanswer")
def _two_answers(kept: Any, gone: Any) -> Resolved | None:
    """Of two answers to one question the later one counts."""
    if kept.question != gone.question:
        return None
    answered: tuple[date, date] = (kept.answered_on, gone.answered_on)
    return Resolved.EXCHANGED if answered[1] > answered[0] else Resolved.BEHIND
