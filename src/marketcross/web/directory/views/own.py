"""Your services: see how they stand, change them, say that they are still right, hide them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.directory import actions, queries
from marketcross.web.directory.forms.changing import ChangeForm, TooVaried, answers_of
from marketcross.web.directory.forms.saying import listing_from
from marketcross.web.directory.models import Service
from marketcross.web.directory.queries.history import changes
from marketcross.web.directory.queries.listings import listing_of
from marketcross.web.directory.queries.membership import services_of
from marketcross.web.directory.registration.showing import shown


@never_cache
@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """Everything that is listed by the organisations for which somebody speaks."""
    assert isinstance(request.user, User)
    return render(request, "directory/own.html", {"services": services_of(request.user, on=timezone.localdate())})


@never_cache
@require_safe
def service(request: HttpRequest, service: UUID) -> HttpResponse:
    """One of them as others see it, with what can be done and what was done."""
    context = {"service": queries.service(service), "changes": changes(service), "registration": shown(service)}
    return render(request, "directory/own_service.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, service: UUID) -> HttpResponse:
    """Say something else of it."""
    changed = get_object_or_404(Service, pk=service)
    try:
        form = ChangeForm(request.POST or None, initial=answers_of(listing_of(changed)))
    except TooVaried:
        return render(request, "directory/too_varied.html", {"service": changed})
    if request.method == "POST" and form.is_valid():
        actions.change_service(
            by=Actor.of(request.user), at=timezone.now(), service=service, listing=listing_from(form.cleaned_data)
        )
        messages.success(request, _("Your changes are kept."))
        return redirect("directory:own_service", service)
    return render(request, "directory/change.html", {"form": form, "service": changed})


@require_POST
def confirm(request: HttpRequest, service: UUID) -> HttpResponse:
    """Everything is still right."""
    actions.confirm(by=Actor.of(request.user), at=timezone.now(), service=service)
    messages.success(request, _("Thank you. People see that it is still right."))
    return redirect("directory:own_service", service)


@require_POST
def hide(request: HttpRequest, service: UUID) -> HttpResponse:
    """Take it out of the directory."""
    actions.hide(by=Actor.of(request.user), at=timezone.now(), service=service)
    messages.success(request, _("It is hidden. Nobody else can see it."))
    return redirect("directory:own_service", service)


@require_POST
def show_again(request: HttpRequest, service: UUID) -> HttpResponse:
    """Put it back."""
    actions.show_again(by=Actor.of(request.user), at=timezone.now(), service=service)
    messages.success(request, _("It is back."))
    return redirect("directory:own_service", service)
