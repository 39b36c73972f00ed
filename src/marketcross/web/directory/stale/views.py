"""Staff see what nobody has said to be right, and whom nobody could ask."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.directory.models import StaleEntry


@never_cache
@require_safe
def stale(request: HttpRequest) -> HttpResponse:
    """The longest first; those without anybody to ask are for a telephone call."""
    table = listing(request, StaleEntry.objects.select_related("service__organisation"), _columns(), _("Old listings"))
    return render(request, "directory/stale.html", {"listing": table})


def _columns() -> list[Column]:
    return [
        Column(_("Said on"), lambda e: date_format(e.service.confirmed_on, "j M Y"), sort="service__confirmed_on"),
        Column(
            _("Name"),
            lambda e: e.service.name,
            sort="service__name",
            href=lambda e: reverse("directory:to_check_one", args=[e.service_id]),
        ),
        Column(_("Organisation"), lambda e: e.service.organisation.name, sort="service__organisation__name"),
        Column(_("Stands"), lambda e: e.get_stage_display(), sort="stage"),
        Column(_("Somebody was asked"), lambda e: _("Yes") if e.told else _("No: call them"), sort="told"),
    ]
