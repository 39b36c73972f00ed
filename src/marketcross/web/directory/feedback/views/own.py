"""Whoever speaks for a service reads what people say of it, and replies."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.directory import queries
from marketcross.web.directory.feedback.deciding import Decided
from marketcross.web.directory.feedback.forms import ReplyForm
from marketcross.web.directory.feedback.replying import may_reply, reply
from marketcross.web.directory.feedback.showing import shown
from marketcross.web.directory.models import Feedback
from marketcross.web.directory.models.feedback import Standing


@never_cache
@require_safe
def about_service(request: HttpRequest, service: UUID) -> HttpResponse:
    """What is shown, as others see it, with the replies and how they stand. What is not shown is not told."""
    told = (
        Feedback.objects.filter(service=service, standing=Standing.PUBLISHED, words__isnull=False)
        .select_related("words", "reply")
        .order_by("-said_on", "-id")
    )
    entries = [{"feedback": one, "may_reply": may_reply(one)} for one in told]
    context = {"service": queries.service(service), "feedback": shown(service), "entries": entries}
    return render(request, "directory/feedback_own.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, feedback: UUID) -> HttpResponse:
    """Reply to one."""
    found = get_object_or_404(Feedback.objects.select_related("service", "words", "reply"), pk=feedback)
    if not may_reply(found):
        raise Http404
    form = ReplyForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "directory/feedback_reply.html", {"form": form, "feedback": found})
    try:
        reply(by=Actor.of(request.user), at=timezone.now(), feedback=feedback, text=form.cleaned_data["text"])
        messages.success(request, _("Your reply is kept. A person checks it before it is shown."))
    except Decided:
        messages.warning(request, _("There is a reply already, or the feedback is gone."))
    return redirect("directory:own_feedback", found.service_id)
