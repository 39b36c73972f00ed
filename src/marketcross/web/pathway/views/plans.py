"""A plan as a whole: start, read, agree, open again, end, print."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.core.letters.answering import as_download, as_page
from marketcross.web.pathway import actions, plan_paper
from marketcross.web.pathway.forms import plans as forms
from marketcross.web.pathway.models import IndicativeBudget, Plan
from marketcross.web.pathway.queries.content import content_of
from marketcross.web.pathway.queries.showing import budget_shown, plan_shown
from marketcross.web.pathway.schemes import scheme_for

from .asking import ask, edition, press
from .finding import may_plan, of_person, whose

asks = require_http_methods(["GET", "HEAD", "POST"])


def address(plan: Plan) -> str:
    return reverse("pathway:plan", args=[plan.person_id, plan.pk])


@never_cache
@asks
def start(request: HttpRequest, person: UUID) -> HttpResponse:
    """Start a plan, and go to it."""
    who, made = whose(person), {}
    form = forms.StartForm(request.POST or None, initial={"of": Plan.Of.ADULT})

    def do(by: Any, at: Any, given: dict[str, Any]) -> None:
        made["plan"] = actions.start_plan(by=by, at=at, person=who.id, **given)

    back = reverse("pathway:support", args=[who.id])
    page = ask(request, form, do, title=_("Start a plan for %(name)s") % {"name": who.name}, back=back)
    if made:
        page["Location"] = address(made["plan"])
    return page


@never_cache
@require_safe
def plan(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """The plan as it is now."""
    found = of_person(Plan, person, plan)
    shown = plan_shown(found) | {"who": whose(person), "versions": found.versions.order_by("-number")}
    shown["has_scheme"] = scheme_for(found.of, timezone.localdate()) is not None
    planning = may_plan(request)
    shown |= {"planning": planning, "writing": planning and found.state == Plan.State.DRAFT}
    shown["going_on"] = planning and found.state != Plan.State.ENDED
    return render(request, "pathway/plan.html", shown)


@never_cache
@asks
def agree(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """The person has agreed; the practitioner writes down how."""
    found = of_person(Plan, person, plan)
    return ask(
        request,
        forms.AgreeForm(request.POST or None, initial={"edition": found.edition}),
        lambda by, at, given: actions.agree_as_person(by=by, at=at, plan=found.pk, **given),
        title=_("%(name)s agrees to this plan") % {"name": whose(person).name},
        back=address(found),
        plan=found,
        now=plan_shown(found),
    )


@require_POST
def agree_for_council(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """The practitioner agrees for the council."""
    found = of_person(Plan, person, plan)
    return press(
        request,
        lambda by, at: actions.agree_as_council(by=by, at=at, plan=found.pk, edition=edition(request)),
        then=address(found),
        done=_("You have agreed to this plan for the council."),
    )


@require_POST
def reopen(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """Begin the next version."""
    found = of_person(Plan, person, plan)
    return press(
        request,
        lambda by, at: actions.reopen(by=by, at=at, plan=found.pk, edition=edition(request)),
        then=address(found),
        done=_("You can change the plan. The agreed version is kept until both sides agree again."),
    )


@never_cache
@asks
def end(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """End the plan."""
    found = of_person(Plan, person, plan)
    return ask(
        request,
        forms.EndPlanForm(request.POST or None, initial={"edition": found.edition}),
        lambda by, at, given: actions.end_plan(by=by, at=at, plan=found.pk, **given),
        title=_("End this plan"),
        back=address(found),
        plan=found,
    )


@never_cache
@require_safe
def budget(request: HttpRequest, person: UUID, plan: UUID, budget: UUID) -> HttpResponse:
    """An indicative budget, every pound explained."""
    found = of_person(IndicativeBudget, person, budget, plan=plan)
    context = {"who": whose(person), "budget": budget_shown(found), "back": address(found.plan)}
    return render(request, "pathway/budget.html", context)


@never_cache
@require_safe
def to_print(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """The plan as a page to print."""
    found = of_person(Plan, person, plan)
    letter = plan_paper.of_now(found, content_of(found), whose(person).name, on=timezone.localdate())
    return as_page(request, letter, pdf=reverse("pathway:plan_pdf", args=[found.person_id, plan]), back=address(found))


@never_cache
@require_safe
def pdf(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """The plan as PDF, also in large print."""
    found = of_person(Plan, person, plan)
    letter = plan_paper.of_now(found, content_of(found), whose(person).name, on=timezone.localdate())
    return as_download(request, letter, "plan", request.GET.get("form", "standard"))


@never_cache
@require_safe
def version(request: HttpRequest, person: UUID, plan: UUID, number: int) -> HttpResponse:
    """A version as both sides agreed it."""
    found = of_person(Plan, person, plan)
    kept = get_object_or_404(found.versions, number=number)
    return as_page(request, plan_paper.of_version(kept, whose(person).name), back=address(found))
