"""What somebody wanted and did not find: note it, hear of a service, tell, choose, or want it no longer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.directory.queries import service, services_meeting
from marketcross.web.directory.vocabulary import ANY, EVERYBODY
from marketcross.web.pathway import actions
from marketcross.web.pathway.forms.wanting import WantForm, WithdrawForm
from marketcross.web.pathway.models import Introduction, Match, PlanOutcome, UnmetPreference
from marketcross.web.pathway.queries.meeting import WHAT
from marketcross.web.pathway.queries.showing import want_words, what

from .asking import ask, press
from .finding import of_person, whose

asks = require_http_methods(["GET", "HEAD", "POST"])
MOVES = {"tell": actions.tell, "choose": actions.choose, "decline": actions.decline}


def _noting(request: HttpRequest, person: UUID, back: str, **source: UUID) -> HttpResponse:
    start = {"locality": whose(person).locality, "group": EVERYBODY, "time": ANY, "price": ANY}
    return ask(
        request,
        WantForm(request.POST or None, initial=start),
        lambda by, at, given: actions.note_preference(by=by, at=at, **given, **source),
        title=_("Wanted, and not found"),
        back=back,
        done=_("Noted. You will hear when there is such a service."),
        about=_("This is for what somebody would rather have. A need that must be met goes to a manager instead."),
    )


@never_cache
@asks
def from_introduction(request: HttpRequest, person: UUID, introduction: UUID) -> HttpResponse:
    """What was missing, in an introduction."""
    found = of_person(Introduction, person, introduction)
    back = reverse("pathway:introduction", args=[found.person_id, found.pk])
    return _noting(request, person, back, introduction=found.pk)


@never_cache
@asks
def from_plan(request: HttpRequest, person: UUID, plan: UUID, outcome: UUID) -> HttpResponse:
    """What was wanted for an outcome of a plan, and not found."""
    found = of_person(PlanOutcome, person, outcome, plan=plan)
    back = reverse("pathway:plan", args=[found.plan.person_id, plan])
    return _noting(request, person, back, outcome=found.pk)


@never_cache
@require_safe
def preference(request: HttpRequest, person: UUID, preference: UUID) -> HttpResponse:
    """One want, the services that could meet it, and what the person said."""
    want = of_person(UnmetPreference, person, preference)
    known = list(want.matches.order_by("found_on", "pk"))
    context = {
        "who": whose(person),
        "want": want,
        "words": want_words(want),
        "instead": what(want.taken_instead) if want.taken_instead else "",
        "matches": [{"match": match, "service": service(match.service)} for match in known],
        "others": _not_yet_put(want, known),
        "days": (want.chosen_on - want.noted_on).days if want.chosen_on else None,
        "note": getattr(want, "note", None),
    }
    return render(request, "pathway/preference.html", context)


def _not_yet_put(want: UnmetPreference, known: list[Match]) -> list[Any]:
    """Services that are listed now and could do, of which nobody has told the person yet."""
    if want.state != UnmetPreference.State.OPEN:
        return []
    found = services_meeting(**{name: getattr(want, name) for name in WHAT})
    return [one for one in found if one.id not in {match.service for match in known}]


@require_POST
def put(request: HttpRequest, person: UUID, preference: UUID) -> HttpResponse:
    """The worker found a service that may do after all."""
    want = of_person(UnmetPreference, person, preference)
    found = _one_of(_not_yet_put(want, list(want.matches.all())), request.POST.get("service", ""))
    return press(
        request,
        lambda by, at: actions.find_matches(by=by, at=at, service=found, preferences=[want.pk], tell_workers=False),
        then=_address(want),
    )


def _one_of(services: list[Any], key: str) -> UUID:
    found = next((one.id for one in services if str(one.id) == key), None)
    if found is None:
        raise Http404
    return found


def _address(want: UnmetPreference) -> str:
    return reverse("pathway:preference", args=[want.person_id, want.pk])


@require_POST
def answer(request: HttpRequest, person: UUID, preference: UUID, match: UUID) -> HttpResponse:
    """The person was told of a service, chose it, or does not want it."""
    want = of_person(UnmetPreference, person, preference)
    found = get_object_or_404(Match, pk=match, preference=want)
    move = next((name for name in MOVES if name in request.POST), "")
    if not move:
        return redirect(_address(want))
    return press(request, lambda by, at: MOVES[move](by=by, at=at, match=found.pk), then=_address(want))


@never_cache
@asks
def withdraw(request: HttpRequest, person: UUID, preference: UUID) -> HttpResponse:
    """It is no longer wanted."""
    want = of_person(UnmetPreference, person, preference)
    return ask(
        request,
        WithdrawForm(request.POST or None),
        lambda by, at, given: actions.withdraw(by=by, at=at, preference=want.pk, **given),
        title=_("No longer wanted"),
        back=_address(want),
    )
