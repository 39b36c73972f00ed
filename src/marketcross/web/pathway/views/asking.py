"""Ask with a form, do one thing, go on; or press a button. A refused move is shown with its reason, nothing lost."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from marketcross.web.core.actor import Actor
from marketcross.web.pathway.actions import PlanChanged
from marketcross.web.pathway.models import Plan
from marketcross.web.pathway.moves import MoveRefused
from marketcross.web.pathway.queries.showing import plan_shown

Doing = Callable[..., Any]


def ask(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[[Actor, datetime, dict[str, Any]], Any],
    *,
    title: Any,
    back: str,
    then: str = "",
    done: Any = "",
    button: Any = "",
    plan: Plan | None = None,
    template: str = "pathway/form.html",
    **more: Any,
) -> HttpResponse:
    """Show ``form``; when it is sent and holds, ``do(by, at, answers)`` and go ``then`` (or ``back``)."""
    context = {"form": form, "title": title, "back": back, "button": button} | more
    if request.method == "POST" and form.is_valid():
        try:
            do(Actor.of(request.user), timezone.now(), form.cleaned_data)  # type: ignore[arg-type]
        except PlanChanged as refused:
            assert plan is not None
            context |= _as_it_is_now(form, plan, refused)
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            if done:
                messages.success(request, done)
            return redirect(then or back)
    return render(request, template, context)


def _as_it_is_now(form: forms.Form, plan: Plan, refused: PlanChanged) -> dict[str, Any]:
    """The writer's words stay in the form, beside the plan as the other left it; sent again, they count."""
    now = Plan.objects.get(pk=plan.pk)
    form.data = form.data.copy()
    form.data["edition"] = str(now.edition)
    form.add_error(None, str(refused))
    return {"now": plan_shown(now)}


def press(
    request: HttpRequest, do: Callable[[Actor, datetime], Any], *, then: str, done: Any = "", back: str = ""
) -> HttpResponse:
    """Do what a button says and go ``then``; where it is refused, a page says why."""
    try:
        do(Actor.of(request.user), timezone.now())  # type: ignore[arg-type]
    except MoveRefused as refused:
        return render(request, "pathway/refused.html", {"why": str(refused), "back": back or then}, status=409)
    if done:
        messages.success(request, done)
    return redirect(then)


def edition(request: HttpRequest) -> int:
    """The edition that a button carries; 0, which no plan has, where somebody took it away."""
    text = request.POST.get("edition", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
