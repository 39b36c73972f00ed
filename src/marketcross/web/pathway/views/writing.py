"""Write a plan: outcomes, lines and the indicative budget."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.directory.queries import service as service_of
from marketcross.web.pathway import actions
from marketcross.web.pathway.forms import plans as forms
from marketcross.web.pathway.forms.budgets import BudgetForm
from marketcross.web.pathway.forms.introductions import SearchForm
from marketcross.web.pathway.models import Plan, PlanLine, PlanOutcome, UnmetPreference
from marketcross.web.pathway.schemes import scheme_for

from .asking import ask, edition, press
from .finding import of_person, whose
from .introductions import looked_for
from .plans import address

asks = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@asks
def add_outcome(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """What the person wants."""
    found = of_person(Plan, person, plan)
    return ask(
        request,
        forms.OutcomeForm(found.of, request.POST or None, initial={"edition": found.edition}),
        lambda by, at, given: actions.add_outcome(by=by, at=at, plan=found.pk, **given),
        title=_("Add what the person wants"),
        back=address(found),
        plan=found,
    )


@never_cache
@asks
def outcome(request: HttpRequest, person: UUID, plan: UUID, outcome: UUID) -> HttpResponse:
    """Say it better."""
    found = of_person(PlanOutcome, person, outcome, plan=plan)
    start = {"edition": found.plan.edition, "words": found.words, "code": found.code, "eligible": found.eligible}
    return ask(
        request,
        forms.OutcomeForm(found.plan.of, request.POST or None, initial=start),
        lambda by, at, given: actions.change_outcome(by=by, at=at, outcome=found.pk, **given),
        title=_("Change what the person wants"),
        back=address(found.plan),
        plan=found.plan,
    )


@require_POST
def take_out_outcome(request: HttpRequest, person: UUID, plan: UUID, outcome: UUID) -> HttpResponse:
    """Take an outcome out of the plan."""
    found = of_person(PlanOutcome, person, outcome, plan=plan)
    return press(
        request,
        lambda by, at: actions.take_out_outcome(by=by, at=at, outcome=found.pk, edition=edition(request)),
        then=address(found.plan),
    )


@never_cache
@asks
def add_line(request: HttpRequest, person: UUID, plan: UUID, outcome: UUID) -> HttpResponse:
    """Who does what for an outcome; a service of the directory may come along in the address."""
    found = of_person(PlanOutcome, person, outcome, plan=plan)
    service, preference = _brought(request, found)
    start = {"edition": found.plan.edition, "words": service.name if service else ""}
    return ask(
        request,
        forms.LineForm(request.POST or None, initial=start),
        lambda by, at, given: actions.add_line(
            by=by,
            at=at,
            outcome=found.pk,
            edition=given["edition"],
            means=given["means"],
            words=given["words"],
            held_as=given["held_as"],
            weekly_pence=given["weekly"],
            once_pence=given["once"],
            service=service.id if service else None,
            preference=preference,
        ),
        title=_("Add a line for: %(words)s") % {"words": found.words},
        back=address(found.plan),
        plan=found.plan,
        service=service,
    )


def _brought(request: HttpRequest, outcome: PlanOutcome) -> tuple[Any, UUID | None]:
    """The service, and the want for which it was chosen, that the address names."""
    want = request.GET.get("want", "")
    try:
        if want:
            found = of_person(UnmetPreference, outcome.plan.person_id, UUID(want), state="chosen")
            return service_of(found.met_by), found.pk  # type: ignore[arg-type]
        key = request.GET.get("service", "")
        return (service_of(UUID(key)) if key else None), None
    except ValueError:
        raise Http404 from None


@never_cache
@require_safe
def find(request: HttpRequest, person: UUID, plan: UUID, outcome: UUID) -> HttpResponse:
    """Look in the directory for what an outcome needs."""
    found, who = of_person(PlanOutcome, person, outcome, plan=plan), whose(person)
    form = SearchForm(request.GET or None, initial={"near": who.postcode})
    context = {"form": form, "who": who, "back": address(found.plan), "results": looked_for(form), "outcome": found}
    return render(request, "pathway/find.html", context)


@require_POST
def take_out_line(request: HttpRequest, person: UUID, plan: UUID, line: UUID) -> HttpResponse:
    """Take a line out of the plan."""
    found = of_person(PlanLine, person, line, outcome__plan=plan)
    return press(
        request,
        lambda by, at: actions.take_out_line(by=by, at=at, line=found.pk, edition=edition(request)),
        then=address(found.outcome.plan),
    )


@require_POST
def agreed_with_service(request: HttpRequest, person: UUID, plan: UUID, line: UUID) -> HttpResponse:
    """The service has said yes."""
    found = of_person(PlanLine, person, line, outcome__plan=plan)
    return press(
        request,
        lambda by, at: actions.agree_with_service(by=by, at=at, line=found.pk),
        then=address(found.outcome.plan),
        done=_("Agreed with %(service)s.") % {"service": found.service_name},
    )


@never_cache
@asks
def budget(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """Work out an indicative budget by the council's scheme."""
    found = of_person(Plan, person, plan)
    scheme = scheme_for(found.of, timezone.localdate())
    if scheme is None:
        raise Http404
    last = found.budgets.order_by("recorded_at", "pk").last()
    start = (last.answers if last and last.scheme == scheme.scheme else {}) | {"edition": found.edition}

    def do(by: Any, at: Any, given: dict[str, Any]) -> None:
        answers = {name: value for name, value in given.items() if name != "edition"}
        actions.suggest_budget(by=by, at=at, plan=found.pk, edition=given["edition"], answers=answers)

    return ask(
        request,
        BudgetForm(scheme, request.POST or None, initial=start),
        do,
        title=_("Indicative budget"),
        back=address(found),
        plan=found,
        about=_("Answer as if nobody helped; then say how much of it people close to the person already do."),
    )
