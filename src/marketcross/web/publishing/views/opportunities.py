"""Opportunities for everybody to read."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from marketcross.web.commissioning.queries import GrantSummary, grant, pounds
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.directory.queries import service
from marketcross.web.publishing.actions.opportunities import OPEN
from marketcross.web.publishing.models import Opportunity
from marketcross.web.publishing.words import count_words, period_words, said


@require_safe
def opportunities(request: HttpRequest) -> HttpResponse:
    """Every open opportunity; those that nothing meets yet come first."""
    found = Opportunity.objects.filter(state__in=OPEN).select_related("evidence__snapshot")
    shown = [shown_of(one) for one in sorted(found, key=lambda one: one.state == Opportunity.State.MET)]
    return render(request, "publishing/opportunities.html", {"opportunities": shown})


@require_safe
def opportunity(request: HttpRequest, opportunity: UUID) -> HttpResponse:
    """One opportunity with its evidence, what can meet it now, and how to answer."""
    found = Opportunity.objects.filter(pk=opportunity, state__in=OPEN).select_related("evidence__snapshot").first()
    if found is None:
        raise Http404
    services = [(link, service(link.service)) for link in found.services.all()]
    listed = [{"since": link.since, "service": one} for link, one in services if one and one.listed]
    helped = grant(found.grant_id) if found.grant_id else None
    context = shown_of(found) | {"services": listed, "grant": helped, "grant_amount": amount(helped)}
    context["may_answer"] = not isinstance(request.user, User) or request.user.has_role(Role.PROVIDER)
    return render(request, "publishing/opportunity.html", context)


def shown_of(one: Opportunity) -> dict[str, Any]:
    """An opportunity with its evidence in words."""
    evidence = one.evidence
    snapshot = evidence.snapshot
    return {
        "opportunity": one,
        "said": said(one),
        "count": count_words(evidence.count, snapshot.threshold, snapshot.rounded_to),
        "period": period_words(snapshot.starts_on, snapshot.ends_on),
        "snapshot": snapshot,
    }


def amount(grant: GrantSummary | None) -> str:
    """What a grant gave, in pounds."""
    return pounds(grant.amount_pence) if grant else ""
