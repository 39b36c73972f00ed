"""What must go: a list of opaque numbers, put forward by one person and confirmed by another."""

from collections import Counter
from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from marketcross.web.core.actor import Actor
from marketcross.web.people.models import ErasureItem, ErasureList
from marketcross.web.people.retention.lists import confirm, propose, withdraw
from marketcross.web.people.retention.schedule import schedule

from .found import reader

_SHOWN = 500


@require_http_methods(["GET", "HEAD", "POST"])
def erasing(request: HttpRequest) -> HttpResponse:
    """The list that waits; sending looks for what must go today and puts it forward."""
    if request.method == "POST":
        user = reader(request)
        _do(
            request,
            lambda: propose(by=Actor.of(user), at=timezone.now(), user=user),
            _("The list is put forward. Nothing was erased yet."),
        )
        return redirect("people:erasing")
    waiting = ErasureList.objects.filter(done_at__isnull=True).select_related("proposed_by", "confirmed_by").first()
    items = list(waiting.items.order_by("due_on", "pk")) if waiting else []
    counts = Counter(one.schedule for one in items)
    rows = [{"kept": schedule()[name], "count": count} for name, count in sorted(counts.items())]
    context = {
        "waiting": waiting,
        "items": [_shown(one) for one in items[:_SHOWN]],
        "rows": rows,
        "own": bool(waiting and waiting.proposed_by_id == reader(request).pk),
        "done": ErasureList.objects.filter(done_at__isnull=False).order_by("-done_at")[:20],
    }
    return render(request, "people/erasing.html", context)


def _shown(item: ErasureItem) -> dict[str, object]:
    return {"reference": item.reference, "words": schedule()[item.schedule].words, "due_on": item.due_on}


@require_POST
def decided(request: HttpRequest, waiting: UUID) -> HttpResponse:
    """Confirm somebody else's list, or withdraw one."""
    row, user, at = get_object_or_404(ErasureList, pk=waiting), reader(request), timezone.now()
    by = Actor.of(user)
    if request.POST.get("what") == "confirm":
        _do(request, lambda: confirm(by=by, at=at, of=row, user=user), _("It is confirmed. It goes now."))
    else:
        _do(request, lambda: withdraw(by=by, at=at, of=row), _("The list is withdrawn. Nothing was erased."))
    return redirect("people:erasing")


def _do(request: HttpRequest, act: Callable[[], object], done: str) -> None:
    try:
        act()
        messages.success(request, done)
    except ValidationError as problem:
        for sentence in problem.messages:
            messages.error(request, sentence)
