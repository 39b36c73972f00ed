"""Staff see what changed on the register, and which location is whose."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.models import RegistrationChange, RegistrationLoad, RegistrationMatch, Service

from .forms import ChangesFilter, NumberForm
from .matching import confirm_location, deny_location
from .showing import QUESTIONS, shown
from .suggesting import suggestions


@never_cache
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What changed on the register, the newest first."""
    form = ChangesFilter(request.GET)
    matches = Prefetch("registration__matches", RegistrationMatch.objects.select_related("service"))
    found = RegistrationChange.objects.select_related("load", "registration").prefetch_related(matches)
    table = listing(request, _narrowed(found, form), _change_columns(), _("What changed on the CQC's register"), form)
    context = {"listing": table, "newest": RegistrationLoad.objects.first(), "unmatched": _unmatched().count()}
    return render(request, "directory/register_changes.html", context)


def _narrowed(found: QuerySet[RegistrationChange], form: ChangesFilter) -> QuerySet[RegistrationChange]:
    if form.is_valid() and form.cleaned_data["kind"]:
        found = found.filter(kind=form.cleaned_data["kind"])
    if form.is_valid() and form.cleaned_data["listed"]:
        found = found.filter(registration__matches__isnull=False).distinct()
    return found


def _change_columns() -> list[Column]:
    return [
        Column(_("Place"), lambda one: one.registration.name, sort="registration__name", href=_match_page),
        Column(_("What changed"), _what),
        Column(_("Before"), lambda one: one.before),
        Column(_("Now"), lambda one: one.after),
        Column(_("File of"), lambda one: date_format(one.load.on, "j M Y"), sort="-load__on"),
        Column(_("In our directory"), lambda one: s.name if (s := _service(one)) else _("No")),
    ]


def _what(one: RegistrationChange) -> str:
    asked = next((str(words) for question, words in QUESTIONS.items() if question.value == one.question), "")
    return f"{one.get_kind_display()}: {asked}" if asked else one.get_kind_display()


def _service(one: RegistrationChange) -> Service | None:
    return next((match.service for match in one.registration.matches.all()), None)


def _match_page(one: RegistrationChange) -> str:
    service = _service(one)
    return reverse("directory:match", args=[service.pk]) if service else ""


def _unmatched() -> QuerySet[Service]:
    """Services of kinds that are personal care, or with a number that a provider gave, not confirmed."""
    care = [kind.code for kind in kinds().values() if kind.personal_care]
    asked = Q(category__in=care) | Q(registration_match__isnull=False)
    return Service.objects.exclude(standing=Service.Standing.HIDDEN).filter(
        asked, registration_match__confirmed_on__isnull=True
    )


@never_cache
@require_safe
def to_match(request: HttpRequest) -> HttpResponse:
    """Services whose CQC location nobody has confirmed."""
    columns = [
        Column(_("Name"), lambda s: s.name, sort="name", href=lambda s: reverse("directory:match", args=[s.pk])),
        Column(_("Organisation"), lambda s: s.organisation.name, sort="organisation__name"),
        Column(_("Kind"), lambda s: s.category.title, sort="category__title"),
        Column(_("Number it gave"), lambda s: m.pk and m.registration_id if (m := _match(s)) else _("None")),
    ]
    found = _unmatched().select_related("organisation", "category", "registration_match")
    return render(request, "directory/to_match.html", {"listing": listing(request, found, columns, _("To match"))})


def _match(service: Service) -> Any:
    return getattr(service, "registration_match", None)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def match(request: HttpRequest, service: UUID) -> HttpResponse:
    """Which location is this service's: what it says, what might be, and a number to type."""
    found = get_object_or_404(Service.objects.select_related("organisation", "category"), pk=service)
    form = NumberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["number"]
        confirm_location(by=Actor.of(request.user), at=timezone.now(), service=service, number=number)
        messages.success(request, _("It is matched. If it is right as well, say that you checked it."))
        return redirect("directory:to_check_one", service)
    known = shown(service, confirmed_only=False)
    others = [one for one in suggestions(found) if known is None or one.pk != known.registration.pk]
    context = {"service": found, "registration": known, "suggestions": others, "form": form}
    return render(request, "directory/match.html", context)


@require_POST
def deny(request: HttpRequest, service: UUID) -> HttpResponse:
    """The number that it gave is not its own."""
    deny_location(by=Actor.of(request.user), at=timezone.now(), service=service)
    messages.success(request, _("The number is gone."))
    return redirect("directory:match", service)
