"""Staff note that somebody asked, look the answer over, and hand it over; and hand a record to another council."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.queries import today
from marketcross.web.people.exporting.checking import to_look_over
from marketcross.web.people.exporting.file import as_bytes
from marketcross.web.people.exporting.gathering import held_about
from marketcross.web.people.exporting.moving_away import hand_to_council
from marketcross.web.people.exporting.requests import ask, check, digest_of, hand_over, take_longer
from marketcross.web.people.forms.handing_over import AskedForm, HoldForm, LongerForm, LookOverForm, MoveForm
from marketcross.web.people.models import LegalHold, Person, SubjectRequest
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.queries.standing import mine
from marketcross.web.people.retention.holding import lift_hold, place_hold

from .asking_again import refused
from .everything import answered
from .found import found, reader
from .received import came_with

METHODS = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Open requests of the people beside whom the reader or their team works, the most pressing first."""
    people = mine(reader(request), today())
    rows = SubjectRequest.objects.filter(person__in=people, handed_on__isnull=True).order_by("due_on", "pk")
    shown = [{"row": row, "person": summary_of(row.person_id), "late": row.due_on < today()} for row in rows[:200]]
    return render(request, "people/requests.html", {"rows": shown})


@METHODS
def asked(request: HttpRequest, person: UUID) -> HttpResponse:
    """Note that they asked, by letter or by word of mouth."""
    one, form = found(person), AskedForm(request.POST or None, initial={"asked_on": today()})
    by = Actor.of(reader(request))

    def act() -> None:
        ask(by=by, at=timezone.now(), person=one.pk, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and not refused(form, act):
        return redirect("people:everything", person=one.pk)
    context = {"person": summary_of(one.pk), "form": form, "title": _("They asked for everything we hold")}
    return render(request, "people/fact.html", context)


@never_cache
@METHODS
def everything(request: HttpRequest, person: UUID) -> HttpResponse:
    """Look over what goes out, hold back what must be, and hand it over."""
    one = found(person)
    row = SubjectRequest.objects.filter(person=one).order_by("handed_on", "-pk").first()
    row = SubjectRequest.objects.filter(person=one, handed_on__isnull=True).first() or row
    if row is None:
        return redirect("people:asked", person=one.pk)
    if row.handed_on or row.content is not None:
        return _checked(request, one, row)
    held = held_about(one.pk).as_data()
    now = digest_of(held)
    form = LookOverForm(to_look_over(held), _sent(request, "check"), initial={"seen": now})
    user = reader(request)

    def act() -> None:
        seen = form.cleaned_data["seen"]
        check(by=Actor.of(user), at=timezone.now(), request=row, checker=user, back=form.back, seen=seen)

    if form.is_bound and form.is_valid() and not refused(form, act):
        messages.success(request, _("The answer is checked. Hand it over next."))
        return redirect("people:everything", person=one.pk)
    if form.is_bound:
        form.data = form.data | {"seen": now}  # whoever looks again looks at what is there now
    longer = LongerForm(_sent(request, "longer"))
    if longer.is_bound and longer.is_valid() and not refused(longer, lambda: _longer(request, row, longer)):
        return redirect("people:everything", person=one.pk)
    rows = sum(len(section["rows"]) for part in ("record", "trail", "behind") for section in held[part])
    context = {"person": summary_of(one.pk), "row": row, "form": form, "longer": longer, "rows": rows}
    return render(request, "people/everything.html", context | {"failed": longer if longer.is_bound else form})


def _sent(request: HttpRequest, name: str) -> Any:
    return request.POST if request.method == "POST" and request.POST.get("what") == name else None


def _longer(request: HttpRequest, row: SubjectRequest, form: LongerForm) -> None:
    take_longer(by=Actor.of(reader(request)), at=timezone.now(), request=row, **form.cleaned_data)


def _checked(request: HttpRequest, one: Person, row: SubjectRequest) -> HttpResponse:
    """What was checked: to be read once more, and handed over."""
    if request.method == "POST" and not row.handed_on:
        hand_over(by=Actor.of(reader(request)), at=timezone.now(), request=row)
        messages.success(request, _("The answer is handed over. With an account they see it on their own pages too."))
        return redirect("people:everything", person=one.pk)
    context = {"person": summary_of(one.pk), "row": row, "held": row.held_back.count()}
    return render(request, "people/everything_checked.html", context)


@never_cache
@require_safe
def everything_file(request: HttpRequest, person: UUID, form: str) -> HttpResponse:
    """The checked answer, to be printed and given."""
    rows = SubjectRequest.objects.filter(person=found(person), content__isnull=False).order_by("-pk")
    row = rows.first()
    if row is None:
        raise Http404
    return answered(request, row, form)


@never_cache
@METHODS
def move(request: HttpRequest, person: UUID) -> HttpResponse:
    """Make the file for another council; sending it safely is the council's own way."""
    one, form, user = found(person), MoveForm(request.POST or None), reader(request)
    made: list[dict[str, Any]] = []

    def act() -> None:
        said = form.cleaned_data
        made.append(hand_to_council(by=Actor.of(user), at=timezone.now(), person=one, user=user, **said)[1])

    if request.method == "POST" and form.is_valid() and not refused(form, act):
        headers = {"Content-Disposition": 'attachment; filename="person.json"'}
        return HttpResponse(as_bytes(made[0]), content_type="application/json", headers=headers)
    moves = one.moves.order_by("-handed_on", "-pk")
    context = {"person": summary_of(one.pk), "form": form, "moves": moves, "came": came_with(one.pk)}
    return render(request, "people/move.html", context)


@METHODS
def hold(request: HttpRequest, person: UUID) -> HttpResponse:
    """Keep the record although its time is over, or let the schedule count again."""
    one, user = found(person), reader(request)
    standing = LegalHold.objects.filter(person=one, ends_on__isnull=True).order_by("pk")
    by, at = Actor.of(user), timezone.now()
    form = HoldForm(_sent(request, "place"))
    if _sent(request, "lift"):
        lift_hold(by=by, at=at, hold=get_object_or_404(standing, pk=_key(request.POST.get("hold", ""))))
        return redirect("people:hold", person=one.pk)
    if form.is_bound and form.is_valid():
        place_hold(by=by, at=at, person=one, user=user, words=form.cleaned_data["words"])
        return redirect("people:hold", person=one.pk)
    return render(request, "people/hold.html", {"person": summary_of(one.pk), "form": form, "holds": standing})


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
