"""Write what a report found, in one transaction."""

from datetime import date, datetime

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.events import publish
from marketcross.web.directory.actions.changing import hide
from marketcross.web.directory.actions.listing import as_noted, on_day, say
from marketcross.web.directory.api.mapping import EXAMPLE
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.events import ServiceListed
from marketcross.web.directory.models import ImportedService, Organisation, ReferralImport, Service
from marketcross.web.directory.registration.rule import carries

from .findings import Finding, Judged, Report
from .meaning import organisation_kind


@action("directory.referral_imported")
def import_services(
    *,
    by: Actor,
    at: datetime,
    report: Report,
    keep_lookalikes: bool = False,
    hide_gone: bool = False,
    trust_checks: bool = False,
) -> ReferralImport:
    """Enter what is new, bring up to date what changed. Refused ones are left out: whether to go on is the caller's."""
    lookalikes = report.of(Finding.LOOKS_LIKE)
    entered = report.of(Finding.NEW) + (lookalikes if keep_lookalikes else [])
    left_out = len(report.of(Finding.REFUSED)) + (0 if keep_lookalikes else len(lookalikes))
    done = ReferralImport.objects.create(
        source=report.source,
        at=at,
        new=len(entered),
        changed=len(report.of(Finding.CHANGED)),
        same=len(report.of(Finding.SAME)),
        left_out=left_out,
    )
    note(done, source=done.source, new=done.new, changed=done.changed, same=done.same, left_out=left_out)
    for one in [*entered, *report.of(Finding.CHANGED)]:
        _write(one, done, at=at, trust_checks=trust_checks)
    for gone in report.of(Finding.GONE) if hide_gone else ():
        if gone.key:
            hide(by=by, at=at, service=gone.key)
    return done


def _write(one: Judged, done: ReferralImport, *, at: datetime, trust_checks: bool) -> None:
    if one.entry is None or one.listing is None or one.key is None:
        raise ValueError("only what was understood can be written")
    service = Service.objects.filter(pk=one.key).first() or Service(pk=one.key)
    service.organisation = _organisation(one)
    service.checked_on = one.entry.assured_date if trust_checks and _past(one.entry.assured_date, at) else None
    service.confirmed_on = on_day(at)
    service.category_id = one.listing.category
    service.standing = _standing(service, on_day(at))
    say(service, one.listing, at=at)
    ImportedService.objects.update_or_create(
        service=service, defaults={"source": done.source, "digest": one.digest, "last_import": done}
    )
    note(
        service,
        organisation=str(service.organisation_id),
        standing=service.standing,
        source=done.source,
        checked_on=service.checked_on,
        **as_noted(one.listing),
    )
    if service.standing == Service.Standing.LISTED:
        publish(ServiceListed(service=str(service.pk), organisation=str(service.organisation_id)))


def _past(day: date | None, at: datetime) -> bool:
    """A check that lies in the future was none."""
    return day is not None and day <= on_day(at)


def _standing(service: Service, on: date) -> str:
    """What was hidden here stays hidden. What may be personal care waits for a check. What is personal care waits for
    its place on the CQC's register as well, however much the source's checks are trusted."""
    if service.standing == Service.Standing.HIDDEN:
        return service.standing
    unchecked = kinds()[service.category_id].checked_first and service.checked_on is None
    waits = unchecked or not carries(service, on=on)
    return Service.Standing.WAITING if waits else Service.Standing.LISTED


def _organisation(one: Judged) -> Organisation:
    said = one.entry.organization if one.entry else None
    if said is None or one.entry is None:
        raise ValueError("an entry without an organization is refused before")
    kept = Organisation.objects.filter(pk=said.id).first() or Organisation(pk=said.id)
    kind = organisation_kind([attribute.taxonomy_term_id for attribute in said.attributes or ()])
    fresh = {
        "name": said.name.strip(),
        "kind": kind,
        "description": (said.description if said.description != Organisation.Kind(kind).label else "")[:2_000],
        "website": _website(said.website),
        "example": one.entry.alert == EXAMPLE,
    }
    different = {name: value for name, value in fresh.items() if kept._state.adding or getattr(kept, name) != value}
    if different:
        for name, value in different.items():
            setattr(kept, name, value)
        kept.save()
        note(kept, **different)
    return kept


def _website(said: str | None) -> str:
    """An address that a page may link to; anything else is left out."""
    return said if said and said.startswith(("https://", "http://")) and len(said) <= 200 else ""
