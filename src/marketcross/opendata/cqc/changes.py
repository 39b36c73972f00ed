"""What changed on the register between two readings of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marketcross.opendata.cqc.location import Location
from marketcross.opendata.cqc.rating import KeyQuestion, Rated


class ChangeKind(StrEnum):
    NEW = "new"
    CLOSED = "closed"
    RATING_FELL = "rating_fell"
    RATING_ROSE = "rating_rose"
    PROVIDER_CHANGED = "provider_changed"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One thing that changed. ``before`` and ``after`` are words: ratings, or ids of providers or locations.

    ``question`` is empty where the overall rating changed. A location that was registered anew under another provider
    is one change of provider, by its new id; ``before`` then holds the old location's id.
    """

    kind: ChangeKind
    location: str
    question: str = ""
    before: str = ""
    after: str = ""


def changes(old: Iterable[Location], new: Iterable[Location], *, on: date) -> list[Change]:
    """What changed between two readings, sorted. Both must be of the same area: what is absent counts as closed.

    ``on`` is the day of the newer reading. A first rating, or one that was withdrawn, neither rose nor fell.
    """
    before = {one.id: one for one in old if one.deregistered_on is None}
    after = {one.id: one for one in new if one.registered(on)}
    gone = [one for key, one in before.items() if key not in after]
    come = [one for key, one in after.items() if key not in before]
    moved = _registered_anew(gone, come)
    found = [Change(ChangeKind.PROVIDER_CHANGED, new.id, before=old.id, after=new.id) for old, new in moved]
    left, taken = {old.id for old, _ in moved}, {new.id for _, new in moved}
    found += [Change(ChangeKind.CLOSED, one.id) for one in gone if one.id not in left]
    found += [Change(ChangeKind.NEW, one.id) for one in come if one.id not in taken]
    for key in before.keys() & after.keys():
        found += _of_one(before[key], after[key])
    return sorted(found)


def _registered_anew(gone: list[Location], come: list[Location]) -> list[tuple[Location, Location]]:
    """Pairs of one closed and one new location with the same name at the same postcode; never a guess among several."""
    places = defaultdict[tuple[str, str], tuple[list[Location], list[Location]]](lambda: ([], []))
    for side, locations in enumerate((gone, come)):
        for one in locations:
            if one.postcode:
                places[" ".join(one.name.casefold().split()), one.postcode][side].append(one)
    return [(olds[0], news[0]) for olds, news in places.values() if len(olds) == len(news) == 1]


def _of_one(old: Location, new: Location) -> Iterator[Change]:
    if old.provider.id != new.provider.id:
        yield Change(ChangeKind.PROVIDER_CHANGED, new.id, before=old.provider.id, after=new.provider.id)
    yield from _rating(new.id, "", old.ratings.overall, new.ratings.overall)
    for question in KeyQuestion:
        yield from _rating(
            new.id, question.value, old.ratings.questions.get(question), new.ratings.questions.get(question)
        )


def _rating(location: str, question: str, old: Rated | None, new: Rated | None) -> Iterator[Change]:
    if old and new and old.rating != new.rating:
        kind = ChangeKind.RATING_ROSE if new.rating > old.rating else ChangeKind.RATING_FELL
        yield Change(kind, location, question, old.rating.words, new.rating.words)
