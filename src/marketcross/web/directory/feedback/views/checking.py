"""A moderator of a user-led organisation reads, is given hints, and decides."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.directory.feedback.deciding import Decided, decline, divert, publish
from marketcross.web.directory.feedback.forms import DECLINE, DIVERT, PUBLISH, DecisionForm, StandingFilter
from marketcross.web.directory.feedback.hints import TWICE, WORDS, hints
from marketcross.web.directory.feedback.replying import decide_reply
from marketcross.web.directory.feedback.showing import QUESTIONS
from marketcross.web.directory.models import Feedback, FeedbackWords
from marketcross.web.directory.models.feedback import Standing

_WAITS = Q(standing=Standing.WAITING) | Q(standing=Standing.PUBLISHED, reply__standing=Standing.WAITING)


@never_cache
@require_safe
def to_check(request: HttpRequest) -> HttpResponse:
    """Feedback and replies that wait, the longest first; or what is shown already."""
    form = StandingFilter(request.GET)
    wanted = Q(standing=Standing.PUBLISHED) if form.is_valid() and form.cleaned_data["standing"] else _WAITS
    found = Feedback.objects.filter(wanted).select_related("service__organisation", "words", "reply")
    table = listing(request, found, _columns(), _("Feedback"), form)
    return render(request, "directory/feedback_to_check.html", {"listing": table})


def _columns() -> list[Column]:
    def href(one: Feedback) -> str:
        return reverse("directory:feedback_one", args=[one.pk])

    return [
        Column(_("Said on"), lambda one: date_format(one.said_on, "j M Y"), sort="said_on"),
        Column(_("Service"), lambda one: one.service.name, sort="service__name", href=href),
        Column(_("What"), lambda one: _("Reply") if _reply(one) else _("Feedback")),
        Column(_("Look at"), lambda one: ", ".join(map(str, _hints(one))) or _("Nothing found")),
    ]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, feedback: UUID) -> HttpResponse:
    """One feedback, or the reply to it, with what may be wrong and what can be done."""
    found = get_object_or_404(Feedback.objects.select_related("service", "words", "reply"), pk=feedback)
    if found.standing not in (Standing.WAITING, Standing.PUBLISHED):
        raise Http404
    reply = _reply(found)
    without = DIVERT if reply else "" if found.standing == Standing.WAITING else PUBLISH
    form = DecisionForm(request.POST or None, without=without)
    if request.method == "POST" and form.is_valid():
        return _decided(request, found, form.cleaned_data)
    context = {"form": form, "feedback": found, "reply": reply, "hints": _hints(found), "answers": answers(found)}
    return render(request, "directory/feedback_one.html", context)


def _decided(request: HttpRequest, found: Feedback, chosen: dict[str, Any]) -> HttpResponse:
    who: dict[str, Any] = {"by": Actor.of(request.user), "at": timezone.now(), "feedback": found.pk}
    decision, reason = chosen["decision"], chosen["reason"]
    try:
        if _reply(found):
            decide_reply(**who, reason=reason if decision == DECLINE else "")
        elif decision == DECLINE:
            decline(**who, reason=reason)
        else:
            {PUBLISH: publish, DIVERT: divert}[decision](**who)
        messages.success(request, _("Your decision is kept."))
    except Decided:
        messages.warning(request, _("Somebody else decided about it, or its author took it back."))
    return redirect("directory:feedback_to_check")


def answers(found: Feedback) -> list[dict[str, Any]]:
    """The questions with what was answered: rows of a summary."""
    return [{"key": words, "value": getattr(found, f"get_{name}_display")()} for name, words in QUESTIONS.items()]


def _reply(found: Feedback) -> Any:
    """The reply that waits, if any."""
    reply = getattr(found, "reply", None)
    return reply if reply and reply.standing == Standing.WAITING else None


def _hints(found: Feedback) -> list[Any]:
    """What may be wrong with what waits, in words."""
    if reply := _reply(found):
        return [WORDS[code] for code in hints(reply.text)]
    words = getattr(found, "words", None)
    if words is None:
        return []
    twice = FeedbackWords.objects.filter(alike=words.alike).exclude(pk=words.pk).exists()
    return [*(WORDS[code] for code in hints(words.text)), *([TWICE] if twice else [])]
