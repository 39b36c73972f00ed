"""Say of every service what is to become of it, before anything is written."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from uuid import UUID

from marketcross.web.directory.api.shapes import Service as Shape
from marketcross.web.directory.checking import ListingRefused, check
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import ImportedService, Organisation, Service
from marketcross.web.directory.search.words import words_of
from marketcross.web.places import queries as places

from .findings import Entry, Finding, Judged, Report
from .meaning import Known, NotUnderstood, listing_from


def judge(source: str, entries: Iterable[Entry | Judged], kinds: dict[str, str] | None = None) -> Report:
    """A report on everything that was read. ``kinds``: foreign terms (identifier or name) to codes of ours."""
    report, seen = Report(source), dict[UUID, str]()
    here = _Here(source, kinds or {})
    for entry in entries:
        report.found.append(entry if isinstance(entry, Judged) else here.judged(entry, seen))
    gone = here.ours.keys() - seen.keys()
    names = Service.objects.filter(pk__in=gone, standing=Service.Standing.LISTED).order_by("name", "pk")
    report.found += [Judged(Finding.GONE, "", key=one.pk, name=one.name) for one in names]
    return report


class _Here:
    """What stands in the directory now."""

    def __init__(self, source: str, kinds: dict[str, str]) -> None:
        self.source = source
        every = ImportedService.objects.values_list("service_id", "source", "digest")
        self.ours = {key: digest for key, whose, digest in every if whose == source}
        self.keys = set(Service.objects.values_list("pk", flat=True))
        self.organisations = self._organisations()
        self.likenesses = dict(self._likenesses())
        localities = {locality.code: locality.name for locality in places.localities()}
        areas = [area.name for area in places.localities(kind="area")]
        by_name = {name.casefold(): code for code, name in localities.items()} | {a.casefold(): "" for a in areas}
        self.known = Known(localities, by_name, {key.casefold(): code for key, code in kinds.items()})

    def _organisations(self) -> set[UUID]:
        """Organisations that are not this source's: their identifiers are taken."""
        theirs = Service.objects.filter(pk__in=self.ours).values("organisation")
        return set(Organisation.objects.exclude(pk__in=theirs).values_list("pk", flat=True))

    def _likenesses(self) -> Iterator[tuple[tuple[str, str], Service]]:
        rows = Service.objects.exclude(pk__in=self.ours).select_related("organisation").prefetch_related("places")
        for row in rows:
            at = [place.postcode_id for place in row.places.all()]
            for mark in _marks(row.phone, row.organisation.name, at):
                yield (_plain(row.name), mark), row

    def judged(self, entry: Entry, seen: dict[UUID, str]) -> Judged:
        said = entry.service
        if said.id in seen:
            return _refused(entry, f"the identifier stands in {seen[said.id]} already")
        seen[said.id] = entry.where
        if reason := self._may_not(said):
            return _refused(entry, reason)
        digest = digest_of(said)
        if self.ours.get(said.id) == digest:
            return Judged(Finding.SAME, entry.where, said.id, said.name)
        try:
            listing, lost = listing_from(said, self.known)
            listing = check(listing)
        except NotUnderstood as problem:
            return _refused(entry, str(problem))
        except ListingRefused as refused:
            return _refused(entry, *(f"{field}: {words}" for field, words in refused.problems.items()))
        return self._finding(entry, listing, lost, digest)

    def _may_not(self, said: Shape) -> str:
        if said.organization is None:
            return "has no organization: save it with full=true"
        if said.id in self.keys and said.id not in self.ours:
            return "its identifier belongs to a service that did not come from this source"
        if said.organization.id in self.organisations:
            return "its organization's identifier belongs to an organisation that did not come from this source"
        if len(said.name.strip()) > 120 or len(said.organization.name.strip()) > 120:
            return "a name is longer than 120 signs"
        if not said.organization.name.strip():
            return "its organization has no name"
        if said.status != "active":
            return f"is not active ({said.status}): leave it out"
        return ""

    def _finding(self, entry: Entry, listing: Listing, lost: list[str], digest: str) -> Judged:
        said, finding, words = entry.service, Finding.CHANGED, tuple(dict.fromkeys(lost))
        if said.id not in self.ours:
            like = self._like(listing, said.organization.name if said.organization else "")
            finding = Finding.LOOKS_LIKE if like else Finding.NEW
            words = (f"{like.name}, {like.organisation.name}: {like.pk}", *words) if like else words
        return Judged(finding, entry.where, said.id, listing.name, words, said, listing, digest)

    def _like(self, listing: Listing, organisation: str) -> Service | None:
        marks = _marks(listing.phone, organisation, [place.postcode for place in listing.places])
        name = _plain(listing.name)
        return next((self.likenesses[name, mark] for mark in marks if (name, mark) in self.likenesses), None)


def digest_of(said: Shape) -> str:
    """The digest of what a source says of a service; when it changed there is not part of it."""
    return hashlib.sha256(said.model_copy(update={"last_modified": None}).model_dump_json().encode()).hexdigest()


def _plain(name: str) -> str:
    return " ".join(words_of(name))


def _marks(phone: str, organisation: str, postcodes: list[str]) -> list[str]:
    """What two entries of one service have in common beside their name."""
    digits = re.sub(r"\D", "", phone)
    return [*([f"phone {digits}"] if digits else []), f"organisation {_plain(organisation)}", *postcodes]


def _refused(entry: Entry, *words: str) -> Judged:
    return Judged(Finding.REFUSED, entry.where, entry.service.id, entry.service.name[:120], words)
