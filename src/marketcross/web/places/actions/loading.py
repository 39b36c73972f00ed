"""Load postcodes with their localities: what the rows say becomes so, and nothing else changes."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from marketcross.opendata.postcodes import LocalityRow, PostcodeRow
from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.places.models import Locality, Postcode, PostcodeLoad, PostcodeLocality

_BATCH = 5_000
_FACTS = ("easting", "northing", "terminated_on")


@action("places.postcodes_loaded")
def load_postcodes(*, by: Actor, at: datetime, rows: Iterable[PostcodeRow], source: str = "not named") -> PostcodeLoad:
    """Make each postcode of ``rows`` as its row says, all or none; loading the same again changes nothing.

    A postcode that no row names stays as it is, terminated ones included. A locality takes the name of the last row
    that names it. Each postcode stands once in ``rows``. The audit gets one event for the whole load.
    """
    known = {(place.kind, place.code): place for place in Locality.objects.all()}
    read = added = changed = 0
    for batch in _batches(rows):
        _keep_localities(batch, known)
        new, different = _keep_postcodes(batch)
        different |= _keep_links(batch, known) - new
        read, added, changed = read + len(batch), added + len(new), changed + len(different)
    load = PostcodeLoad.objects.create(source=source, at=at, postcodes=read, added=added, changed=changed)
    note(load, source=source, postcodes=read, added=added, changed=changed)
    return load


def _batches(rows: Iterable[PostcodeRow]) -> Iterator[list[PostcodeRow]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _keep_localities(batch: list[PostcodeRow], known: dict[tuple[str, str], Locality]) -> None:
    """Add the localities that are new, and give those with another name the one that the rows give."""
    named: dict[tuple[str, str], LocalityRow] = {(p.kind.value, p.code): p for row in batch for p in row.localities}
    new = [Locality(kind=p.kind.value, code=p.code, name=p.name) for key, p in named.items() if key not in known]
    renamed = [known[key] for key, p in named.items() if key in known and known[key].name != p.name]
    for place in renamed:
        place.name = named[place.kind, place.code].name
    Locality.objects.bulk_update(renamed, ["name"])
    known |= {(place.kind, place.code): place for place in Locality.objects.bulk_create(new)}


def _keep_postcodes(batch: list[PostcodeRow]) -> tuple[set[str], set[str]]:
    """Which postcodes were new, and which stood there otherwise."""
    there = Postcode.objects.in_bulk([row.postcode for row in batch])
    different = [row for row in batch if row.postcode not in there or _facts(row) != _facts(there[row.postcode])]
    Postcode.objects.bulk_create(
        (Postcode(row.postcode, row.easting, row.northing, row.terminated_on) for row in different),
        update_conflicts=True,
        unique_fields=["postcode"],
        update_fields=_FACTS,
    )
    new = {row.postcode for row in different if row.postcode not in there}
    return new, {row.postcode for row in different} - new


def _facts(row: PostcodeRow | Postcode) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _FACTS)


def _keep_links(batch: list[PostcodeRow], known: dict[tuple[str, str], Locality]) -> set[str]:
    """Make the links of these postcodes those of their rows; returns the postcodes whose links were others."""
    wanted = {(row.postcode, p.kind.value): known[p.kind.value, p.code].pk for row in batch for p in row.localities}
    links = PostcodeLocality.objects.filter(postcode__in=[row.postcode for row in batch])
    there = {(link.postcode_id, link.kind): link for link in links}
    gone = [link for key, link in there.items() if wanted.get(key) != link.locality_id]
    lacking = {key: place for key, place in wanted.items() if key not in there or there[key].locality_id != place}
    PostcodeLocality.objects.filter(pk__in=[link.pk for link in gone]).delete()
    PostcodeLocality.objects.bulk_create(
        PostcodeLocality(postcode_id=postcode, kind=kind, locality_id=place)
        for (postcode, kind), place in lacking.items()
    )
    return {link.postcode_id for link in gone} | {postcode for postcode, _ in lacking}
