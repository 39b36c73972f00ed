"""Staff look at what providers say, and check it or hide it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.directory import actions, queries
from marketcross.web.directory.models import Service
from marketcross.web.directory.queries.history import changes
from marketcross.web.directory.queries.unchecked import unchecked
from marketcross.web.directory.registration.rule import carries
from marketcross.web.directory.registration.showing import shown


def _columns() -> list[Column]:
    def href(service: Service) -> str:
        return reverse("directory:to_check_one", args=[service.pk])

    return [
        Column(_("Said on"), lambda s: date_format(s.confirmed_on, "j M Y"), sort="confirmed_on"),
        Column(_("Name"), lambda s: s.name, sort="name", href=href),
        Column(_("Organisation"), lambda s: s.organisation.name, sort="organisation__name"),
        Column(_("Kind"), lambda s: s.category.title, sort="category__title"),
        Column(_("Stands"), lambda s: s.get_standing_display(), sort="standing"),
    ]


@never_cache
@require_safe
def to_check(request: HttpRequest) -> HttpResponse:
    """What nobody has checked since it last changed, the longest first."""
    records = unchecked().select_related("organisation", "category")
    table = listing(request, records, _columns(), _("Listings to check"))
    return render(request, "directory/to_check.html", {"listing": table})


@never_cache
@require_safe
def one(request: HttpRequest, service: UUID) -> HttpResponse:
    """One listing, to be checked or hidden."""
    context = {
        "service": queries.service(service),
        "changes": changes(service),
        "registration": shown(service, confirmed_only=False),
        "carried": carries(get_object_or_404(Service, pk=service), on=timezone.localdate()),
    }
    return render(request, "directory/to_check_one.html", context)


@require_POST
def checked(request: HttpRequest, service: UUID) -> HttpResponse:
    """It is right."""
    try:
        actions.check_service(by=Actor.of(request.user), at=timezone.now(), service=service)
    except actions.NotCarried as refused:
        messages.warning(request, str(refused))
        return redirect("directory:match", service)
    messages.success(request, _("It shows as checked from today."))
    return redirect("directory:to_check")


@require_POST
def hide(request: HttpRequest, service: UUID) -> HttpResponse:
    """It should not be in the directory."""
    actions.hide(by=Actor.of(request.user), at=timezone.now(), service=service)
    messages.success(request, _("It is hidden."))
    return redirect("directory:to_check")
