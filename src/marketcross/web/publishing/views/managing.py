"""A commissioner turns a gap into an opportunity, publishes it, and sees who answered."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.commissioning.queries import grants_of, pounds
from marketcross.web.core.actor import Actor
from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.publishing import actions
from marketcross.web.publishing.forms import GrantForm, OpportunityForm, WithdrawForm
from marketcross.web.publishing.models import EvidenceCount, Opportunity
from marketcross.web.publishing.words import said

from .opportunities import shown_of


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All opportunities, drafts and withdrawn ones too."""
    columns = [
        Column(_("Title"), lambda one: one.title, href=lambda one: reverse("publishing:manage", args=[one.pk])),
        Column(_("State"), lambda one: one.get_state_display(), sort="state"),
        Column(_("Published"), lambda one: _day(one.published_on), sort="published_on"),
    ]
    shown = listing(request, Opportunity.objects.all(), columns, _("Opportunities"))
    return render(request, "publishing/manage_opportunities.html", {"listing": shown})


def _day(day: Any) -> str:
    return date_format(day, "j M Y") if day else _("not yet")


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest, count: UUID) -> HttpResponse:
    """Draft an opportunity from one count."""
    evidence = get_object_or_404(EvidenceCount.objects.select_related("snapshot").exclude(category=""), pk=count)
    begun = {"title": said(evidence).what, "how_to_answer": _("Press Answer on this page, or write to us.")}
    form = OpportunityForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        made = actions.make_opportunity(
            by=Actor.of(request.user), at=timezone.now(), evidence=evidence, **form.cleaned_data
        )
        messages.success(request, _("Saved as a draft. Nobody else sees it yet."))
        return redirect("publishing:manage", opportunity=made.pk)
    unsaved = Opportunity(evidence=evidence, **{name: getattr(evidence, name) for name in CODES})
    return render(request, "publishing/make_opportunity.html", {"form": form} | shown_of(unsaved))


CODES = ("category", "locality", "group", "time")


@require_safe
def one(request: HttpRequest, opportunity: UUID) -> HttpResponse:
    """One opportunity: what it says, who answered, and what can be done next."""
    return _page(request, opportunity)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, opportunity: UUID) -> HttpResponse:
    """Change its words."""
    found = _found(opportunity)
    begun = {name: getattr(found, name) for name in OpportunityForm.base_fields}
    form = OpportunityForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        return _do(request, opportunity, actions.change_opportunity, **form.cleaned_data)
    return _page(request, opportunity, form=form)


@require_POST
def publish(request: HttpRequest, opportunity: UUID) -> HttpResponse:
    """Show it to everybody."""
    return _do(request, opportunity, actions.publish_opportunity)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, opportunity: UUID) -> HttpResponse:
    """Take it back, with a reason."""
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _do(request, opportunity, actions.withdraw, because=form.cleaned_data["because"])
    return _page(request, opportunity, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def link_grant(request: HttpRequest, opportunity: UUID) -> HttpResponse:
    """Say which grant made it possible: one of those who answered or whose service meets it."""
    form = GrantForm(_grants(_found(opportunity)), request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _do(request, opportunity, actions.link_grant, grant=UUID(form.cleaned_data["grant"]))
    return _page(request, opportunity, form=form)


def _grants(found: Opportunity) -> list[tuple[str, str]]:
    organisations = found.answers.values_list("organisation", flat=True)
    return [
        (str(grant.id), f"{grant.organisation}, {pounds(grant.amount_pence)}")
        for organisation in organisations
        for grant in grants_of(organisation)
    ]


def _found(key: UUID) -> Opportunity:
    return get_object_or_404(Opportunity.objects.select_related("evidence__snapshot"), pk=key)


def _do(request: HttpRequest, key: UUID, act: Callable[..., Any], **given: Any) -> HttpResponse:
    _found(key)
    try:
        act(by=Actor.of(request.user), at=timezone.now(), opportunity=key, **given)
        messages.success(request, _("Saved."))
    except actions.NotNow:
        messages.warning(request, _("This cannot be done any more: somebody was quicker. Nothing was changed."))
    return redirect("publishing:manage", opportunity=key)


def _page(request: HttpRequest, key: UUID, form: Any = None) -> HttpResponse:
    found = _found(key)
    context = shown_of(found) | {"form": form, "answers": found.answers.select_related("organisation")}
    return render(request, "publishing/manage_opportunity.html", context | {"grants": _grants(found)})
