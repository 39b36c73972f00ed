"""The council reads what moderators passed on, and takes it up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.directory.feedback.deciding import take_up
from marketcross.web.directory.models import Feedback
from marketcross.web.directory.models.feedback import Standing

from .checking import answers


@never_cache
@require_safe
def concerns(request: HttpRequest) -> HttpResponse:
    """What nobody has taken up, the longest first."""
    found = Feedback.objects.filter(standing=Standing.DIVERTED, taken_up_on__isnull=True)
    columns = [
        Column(_("Passed on"), lambda one: date_format(one.decided_on, "j M Y"), sort="decided_on"),
        Column(
            _("Service"),
            lambda one: one.service.name,
            sort="service__name",
            href=lambda one: reverse("directory:concern", args=[one.pk]),
        ),
        Column(_("Organisation"), lambda one: one.service.organisation.name, sort="service__organisation__name"),
    ]
    table = listing(request, found.select_related("service__organisation"), columns, _("Safeguarding concerns"))
    return render(request, "directory/feedback_concerns.html", {"listing": table})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def concern(request: HttpRequest, feedback: UUID) -> HttpResponse:
    """One concern with its words; who opens it is in the audit."""
    diverted = Feedback.objects.filter(standing=Standing.DIVERTED).select_related("service__organisation", "words")
    found = get_object_or_404(diverted, pk=feedback)
    if request.method == "POST":
        take_up(by=Actor.of(request.user), at=timezone.now(), feedback=feedback)
        messages.success(request, _("You have taken it up. It is off the list."))
        return redirect("directory:concerns")
    return render(request, "directory/feedback_concern.html", {"feedback": found, "answers": answers(found)})
