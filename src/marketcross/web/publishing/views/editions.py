"""Editions of the live statement: draft, look, publish."""

from uuid import UUID

from csp.decorators import csp_exempt
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.publishing import actions, published
from marketcross.web.publishing.forms import EditionForm
from marketcross.web.publishing.live.publishing import SLUG, CannotBuild
from marketcross.web.publishing.live.publishing import preview as preview_of
from marketcross.web.publishing.models import Edition, EvidenceSnapshot
from marketcross.web.publishing.words import period_words


@require_http_methods(["GET", "HEAD", "POST"])
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition, and the beginning of the next on the newest counts."""
    newest = EvidenceSnapshot.objects.first()
    form = EditionForm(request.POST or None)
    if request.method == "POST" and newest and form.is_valid():
        made = actions.draft_edition(
            by=Actor.of(request.user), at=timezone.now(), snapshot=newest, message=form.cleaned_data["message"]
        )
        return redirect("publishing:edition", edition=made.pk)
    columns = [
        Column(_("Edition"), lambda one: one.number, sort="-number", href=_address),
        Column(_("Counts of"), lambda one: period_words(one.snapshot.starts_on, one.snapshot.ends_on)),
        Column(_("State"), lambda one: one.get_state_display()),
    ]
    shown = listing(request, Edition.objects.select_related("snapshot"), columns, _("Editions"))
    return render(request, "publishing/editions.html", {"listing": shown, "form": form, "newest": newest})


def _address(one: Edition) -> str:
    return reverse("publishing:edition", args=[one.pk])


@require_safe
def edition(request: HttpRequest, edition: UUID) -> HttpResponse:
    """One edition: its state, what a reader would stumble over, and the way to publish it."""
    found = get_object_or_404(Edition.objects.select_related("snapshot"), pk=edition)
    context = {"edition": found, "slug": SLUG, "period": period_words(found.snapshot.starts_on, found.snapshot.ends_on)}
    try:
        context["findings"] = preview_of(found).findings
    except CannotBuild as problem:
        context["cannot"] = str(problem)
    return render(request, "publishing/edition.html", context)


@csp_exempt()
@never_cache
@require_safe
def preview(request: HttpRequest, edition: UUID) -> HttpResponse:
    """The page as it would be, as a draft, under the policy that it carries itself."""
    found = get_object_or_404(Edition.objects.select_related("snapshot"), pk=edition)
    try:
        page = preview_of(found).page
    except CannotBuild:
        return redirect("publishing:edition", edition=edition)
    return HttpResponse(page, headers={"Content-Security-Policy": published.policy(page)})


@require_POST
def publish(request: HttpRequest, edition: UUID) -> HttpResponse:
    """Ask for it to be built and published."""
    found = get_object_or_404(Edition, pk=edition)
    try:
        actions.ask_to_publish(by=Actor.of(request.user), at=timezone.now(), edition=found.pk, user=request.user)
        messages.success(request, _("The edition is being built. It takes the place of the last one when it is ready."))
    except actions.NotNow:
        messages.warning(request, _("This edition is being built, or is published already."))
    return redirect("publishing:edition", edition=edition)
