"""Messages as they were sent, for those who look after the service and those who check it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.letters.answering import as_download, as_page
from marketcross.web.core.letters.of_message import letter_of
from marketcross.web.core.messages.actions import note_shown
from marketcross.web.core.models import Message
from marketcross.web.core.pages.listing import Column, listing, moment


@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """Every message, newest first."""
    columns = [
        Column(
            _("When"),
            lambda message: moment(message.at),
            sort="-at",
            href=lambda message: reverse("core:message", args=[message.pk]),
        ),
        Column(_("About"), lambda message: message.subject, sort="subject"),
        Column(_("By"), lambda message: message.get_channel_display()),
        Column(_("State"), lambda message: message.get_state_display(), sort="state"),
    ]
    shown = listing(request, Message.objects.all(), columns, _("Messages"))
    return render(request, "core/staff/messages.html", {"listing": shown})


@never_cache
@require_safe
def message(request: HttpRequest, message: UUID) -> HttpResponse:
    """One message as a letter. That it was looked at is an event."""
    found = _shown(request, message)
    return as_page(request, letter_of(found), pdf=reverse("core:message_pdf", args=[found.pk]))


@never_cache
@require_safe
def message_pdf(request: HttpRequest, message: UUID) -> HttpResponse:
    """One message as a PDF: ``?form=standard`` or ``large``."""
    letter = letter_of(_shown(request, message))
    return as_download(request, letter, "message", request.GET.get("form", "standard"))


def _shown(request: HttpRequest, key: UUID) -> Message:
    found = get_object_or_404(Message, pk=key)
    note_shown(by=Actor.of(request.user), at=timezone.now(), message=found)  # type: ignore[arg-type]
    return found
