"""Bring the register to what a file says, all or nothing, and say what changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from marketcross.opendata.cqc import Change, ChangeKind, Location, changes
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.directory.events import RatingFell, RegistrationClosed
from marketcross.web.directory.models import Registration, RegistrationChange, RegistrationLoad, RegistrationMatch

from .holding_back import hold_back_what_is_not_carried
from .kept import FIELDS, brought_up, location_of, row_of

CLOSES_FREELY, CLOSES_SHARE = 5, 10  # a load closes this many locations, or one in so many, without being asked again
_BATCH = 2_000


class RegisterRefused(Exception):
    """A load that is most likely a mistake; nothing was written."""


@action("directory.register_loaded")
def load_register(
    *,
    by: Actor,
    at: datetime,
    locations: Sequence[Location],
    on: date,
    source: str,
    part: bool = False,
    closes_many: bool = False,
) -> RegistrationLoad:
    """Keep a reading of the register. ``on`` is the file's day; ``part``: what it does not have has not closed.

    :raises RegisterRefused: it is empty, older than the last one, or would close many locations.
    """
    kept = {row.location: location_of(row) for row in Registration.objects.all()}
    _refuse_old(locations, on)
    read = _brought_up(kept, locations)
    before = {key: one for key, one in kept.items() if not part or key in read}
    found = changes(before.values(), read.values(), on=on)
    gone = [one for key, one in before.items() if key not in read and one.deregistered_on is None]
    if not closes_many:
        _refuse_many(len(gone), sum(one.deregistered_on is None for one in kept.values()))
    found = found if kept else []  # the first reading has nothing to be compared with
    load = RegistrationLoad.objects.create(on=on, at=at, source=source[:120], locations=len(read), changes=len(found))
    _write([*read.values(), *(replace(one, deregistered_on=on) for one in gone)], on)
    _keep_changes(load, found)
    _follow(found)
    note(load, on=on, source=load.source, locations=load.locations, changes=load.changes)
    hold_back_what_is_not_carried(by=by, at=at, on=on)
    return load


def _refuse_old(locations: Sequence[Location], on: date) -> None:
    newest = RegistrationLoad.objects.first()
    if not locations:
        raise RegisterRefused("The file has no locations: nothing was changed.")
    if newest and on < newest.on:
        raise RegisterRefused(f"A newer register, of {newest.on}, is loaded: nothing was changed.")


def _refuse_many(closing: int, there: int) -> None:
    if closing > CLOSES_FREELY and closing * CLOSES_SHARE > there:
        raise RegisterRefused(
            f"{closing:,} of {there:,} locations are not in this file and would close. Is it of another area? Then "
            "load the right one. Does it hold only some? Say --part. Have they really closed? Say --closes-many."
        )


def _brought_up(kept: dict[str, Location], locations: Sequence[Location]) -> dict[str, Location]:
    rates = any(one.ratings.overall for one in locations)
    asks = any(one.ratings.questions for one in locations)
    return {one.id: brought_up(kept.get(one.id), one, rates=rates, asks=asks) for one in locations}


def _write(locations: Iterable[Location], on: date) -> None:
    Registration.objects.bulk_create(
        [row_of(one, read_on=on) for one in locations],
        batch_size=_BATCH, update_conflicts=True, unique_fields=["location"], update_fields=FIELDS,
    )  # fmt: skip


def _keep_changes(load: RegistrationLoad, found: Iterable[Change]) -> None:
    RegistrationChange.objects.bulk_create(
        [
            RegistrationChange(
                load=load, registration_id=one.location, kind=one.kind.value, question=one.question, before=one.before,
                after=one.after,
            )
            for one in found
        ],
        batch_size=_BATCH,
    )  # fmt: skip
    for one in found:
        if one.kind is ChangeKind.CLOSED:
            publish(RegistrationClosed(location=one.location))
        elif one.kind is ChangeKind.RATING_FELL:
            publish(RatingFell(location=one.location, question=one.question))


def _follow(found: Iterable[Change]) -> None:
    """A home that was sold and registered anew has another number: its match goes with it."""
    for one in found:
        if one.kind is ChangeKind.PROVIDER_CHANGED and one.after == one.location:
            RegistrationMatch.objects.filter(registration_id=one.before).update(registration_id=one.after)
