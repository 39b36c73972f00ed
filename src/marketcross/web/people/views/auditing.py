"""The auditor's list of looks that somebody should ask about. It names no person of the register."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.pages.listing import moment
from marketcross.web.core.queries import today
from marketcross.web.people.actions import mark_reason_read
from marketcross.web.people.forms.days import day_field
from marketcross.web.people.models import AccessReason
from marketcross.web.people.queries.seen import looks_between, unread_reasons
from marketcross.web.people.unusual import RULES
from marketcross.web.people.unusual import unusual as picked

from .found import reader

WEEK = timedelta(days=7)
FIRST = date(2000, 1, 1)  # long before there was anything to look at


class DaysForm(forms.Form):
    """The days to look at, and one rule or all."""

    narrows = True
    from_day = day_field(gettext_lazy("From"), required=False)
    until_day = day_field(gettext_lazy("Until"), required=False)
    rule = forms.ChoiceField(
        label=gettext_lazy("Rule"),
        choices=[("", gettext_lazy("All")), *((rule.code, rule.says) for rule in RULES)],
        required=False,
    )


@require_safe
def unusual(request: HttpRequest) -> HttpResponse:
    """A week, unless other days are asked for."""
    last = today() + timedelta(days=1)
    form = DaysForm(request.GET) if request.GET else DaysForm(initial={"from_day": last - WEEK, "until_day": last})
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    from_, until = _days(asked.get("from_day"), asked.get("until_day"), last)
    rows = [_row(look, rules) for look, rules in picked(looks_between(from_, until)) if _wanted(asked, rules)]
    context = {"form": form, "rows": rows[:500], "more": len(rows) > 500, "reasons": unread_reasons(today())}
    return render(request, "people/unusual.html", context | {"from_day": from_, "until_day": until})


def _days(from_: date | None, until: date | None, last: date) -> tuple[date, date]:
    """At most a month, so that the page always answers."""
    end = min(max(until or last, FIRST), last)
    start = from_ or end - WEEK
    return max(start, end - timedelta(days=31)), end


def _wanted(asked: dict[str, Any], rules: list[Any]) -> bool:
    return not asked.get("rule") or asked["rule"] in {rule.code for rule in rules}


def _row(look: Any, rules: list[Any]) -> dict[str, Any]:
    return {"at": moment(look.at), "by": look.user_name, "reference": look.reference, "rules": [r.says for r in rules]}


@require_POST
def read(request: HttpRequest, reason: UUID) -> HttpResponse:
    """Say that one has read a reason."""
    row = get_object_or_404(AccessReason, pk=reason)
    user = reader(request)
    mark_reason_read(by=Actor.of(user), at=timezone.now(), reason=row, reader=user)
    messages.success(request, _("Noted that you have read it."))
    return redirect("people:unusual")
