"""Gaps for commissioners and analysts, and the public page of the evidence. All counts here were controlled."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.engine.indicators import change
from marketcross.web.core.pages.listing import Column, Listing, listing
from marketcross.web.core.queries import today
from marketcross.web.pathway.queries import want_to_choice
from marketcross.web.publishing.forms import CountForm, GapFilter
from marketcross.web.publishing.jobs import count_wants
from marketcross.web.publishing.models import EvidenceCount, EvidenceSnapshot
from marketcross.web.publishing.words import count_words, period_words, said


@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    """The gaps of the newest snapshot, or of the one that the address names."""
    snapshots = EvidenceSnapshot.objects.all()
    asked = request.GET.get("months", "")
    snapshot = next((one for one in snapshots if str(one.pk) == asked), snapshots.first())
    context: dict[str, Any] = {"snapshots": [_named(one) for one in snapshots], "chosen": snapshot}
    if snapshot:
        may_make = request.user.has_role("commissioner")
        context |= {"listing": _gaps(request, snapshot, may_make=may_make), "total": _total(snapshot)} | _period(
            snapshot
        )
    return render(request, "publishing/gaps.html", context | {"choice": _time_to_choice(snapshot)})


def _named(one: EvidenceSnapshot) -> dict[str, Any]:
    return {"id": one.pk, "name": period_words(one.starts_on, one.ends_on)}


def _gaps(request: HttpRequest, snapshot: EvidenceSnapshot, *, may_make: bool) -> Listing:
    counts, form = snapshot.counts.exclude(category=""), GapFilter(request.GET)
    if form.is_valid():
        for name in ("group", "time"):
            if wanted := form.cleaned_data[name]:
                counts = counts.filter(**{name: wanted})
    href = (lambda one: reverse("publishing:make", args=[one.pk])) if may_make else None
    return listing(request, counts, [*_columns(href), *_changes(snapshot)], _("Gaps"), form)


def _columns(href: Any = None) -> list[Column]:
    return [
        Column(_("What"), lambda one: said(one).what, href=href),
        Column(_("Where"), lambda one: said(one).where),
        Column(_("For whom"), lambda one: said(one).who),
        Column(_("When"), lambda one: said(one).when),
        Column(_("Wants"), lambda one: one.count, numeric=True, sort="-count"),
    ]


def _changes(snapshot: EvidenceSnapshot) -> list[Column]:
    """Against the snapshot before, where there is one of as many months; a small change is not said."""
    before = EvidenceSnapshot.objects.filter(ends_on__lte=snapshot.starts_on).first()
    if before is None or _months(before) != _months(snapshot):
        return []
    held = {_codes(one): one.count for one in before.counts.all()}

    def words(one: EvidenceCount) -> str:
        changed = change(held.get(_codes(one)), one.count, threshold=snapshot.threshold)
        return f"{changed:+d}" if changed is not None else _("no change to show")

    return [Column(_("Change"), words, numeric=True)]


def _months(one: EvidenceSnapshot) -> int:
    return (one.ends_on.year - one.starts_on.year) * 12 + one.ends_on.month - one.starts_on.month


def _codes(one: EvidenceCount) -> tuple[str, str, str, str]:
    return one.category, one.locality, one.group, one.time


def _period(snapshot: EvidenceSnapshot) -> dict[str, Any]:
    return {"snapshot": snapshot, "period": period_words(snapshot.starts_on, snapshot.ends_on)}


def _total(snapshot: EvidenceSnapshot) -> str:
    found = snapshot.counts.filter(category="").values_list("count", flat=True).first()
    return count_words(found, snapshot.threshold, snapshot.rounded_to)


def _time_to_choice(snapshot: EvidenceSnapshot | None) -> dict[str, int] | None:
    """How soon half of those who chose had what they wanted: of a snapshot's months, and never of a few people."""
    if snapshot is None:
        return None
    found = want_to_choice(snapshot.starts_on, snapshot.ends_on)
    enough = found.choices >= 2 * snapshot.threshold and found.within_days is not None
    return {"days": found.within_days or 0} if enough else None


@require_http_methods(["GET", "HEAD", "POST"])
def count(request: HttpRequest) -> HttpResponse:
    """Choose months and let them be counted."""
    form = CountForm(today(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        count_wants.defer(
            starts_on=str(chosen["starts_on"]), ends_on=str(chosen["ends_on"]), threshold=int(chosen["threshold"]),
            rounded_to=int(chosen["rounded_to"]), by=str(request.user.pk),
        )  # fmt: skip
        messages.success(request, _("The wants are being counted. The counts appear here in a minute."))
        return redirect("publishing:gaps")
    return render(request, "publishing/count.html", {"form": form})


@require_safe
def evidence(request: HttpRequest, snapshot: UUID) -> HttpResponse:
    """What a figure leads back to: the counts as they were shown, of which months, and how they were made."""
    found = get_object_or_404(EvidenceSnapshot, pk=snapshot)
    counts: QuerySet[EvidenceCount] = found.counts.exclude(category="")
    shown = listing(request, counts, _columns(), _("Counts"))
    context = {"listing": shown, "total": _total(found), "now": timezone.localdate()}
    return render(request, "publishing/evidence.html", context | _period(found))
