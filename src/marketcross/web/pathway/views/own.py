"""The person's own view of their plan and of what they still want; and those to whom it is lent."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from marketcross.web.core.letters.answering import as_download, as_page
from marketcross.web.core.models import User
from marketcross.web.pathway import actions, plan_paper
from marketcross.web.pathway.models import Introduction, Plan, UnmetPreference
from marketcross.web.pathway.queries.content import content_of
from marketcross.web.pathway.queries.showing import plan_shown, want_words
from marketcross.web.people.queries import current, person_of
from marketcross.web.people.queries.lent import parts_lent, parts_online
from marketcross.web.people.vocabulary import Part

from .asking import edition, press
from .finding import of_person, whose


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """To one's own page; who has no record yet is told how to get in touch."""
    assert isinstance(request.user, User)
    own = person_of(request.user)
    return redirect("pathway:own", own) if own else render(request, "pathway/no_record.html")


def _plan_is_shown(request: HttpRequest, person: UUID) -> bool:
    """Whether the person lets their plan be shown here, to this reader. ``True`` for themselves means "mine"."""
    assert isinstance(request.user, User)
    on, kept = timezone.localdate(), current(person)
    own = person_of(request.user) == kept
    if Part.PLAN not in (parts_online(kept, on) if own else parts_lent(kept, request.user, on)):
        raise Http404
    return own


@never_cache
@require_safe
def own(request: HttpRequest, person: UUID) -> HttpResponse:
    """My plan, what I still want, and who helps me find things."""
    is_own, who = _plan_is_shown(request, person), whose(person)
    wants = UnmetPreference.objects.filter(person=who.id, state="open").order_by("noted_on", "pk")
    context = {
        "who": who,
        "own": is_own,
        "plans": [plan_shown(plan) for plan in Plan.objects.filter(person=who.id).exclude(state="ended")],
        "wants": [_told(want) for want in wants],
        "introduced": Introduction.objects.filter(person=who.id)
        .exclude(state="ended")
        .order_by("introduced_on")
        .last(),
    }
    return render(request, "pathway/own.html", context)


def _told(want: UnmetPreference) -> dict[str, Any]:
    """A want, and the services of which the person was told."""
    return {"words": want_words(want), "since": want.noted_on, "told": want.matches.filter(state="told")}


@require_POST
def agree(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """The person agrees to their plan."""
    _plan_is_shown(request, person)
    found = of_person(Plan, person, plan)
    return press(
        request,
        lambda by, at: actions.agree_as_person(
            by=by, at=at, plan=found.pk, edition=edition(request), how=Plan.How.ONLINE
        ),
        then=reverse("pathway:own", args=[found.person_id]),
        done=_("You have agreed to your plan."),
    )


@require_POST
def ask_for_link_worker(request: HttpRequest, person: UUID) -> HttpResponse:
    """The person introduces themselves to a link worker."""
    who = whose(person)
    return press(
        request,
        lambda by, at: actions.introduce(by=by, at=at, person=who.id, introduced_by=Introduction.By.SELF),
        then=reverse("pathway:own", args=[who.id]),
        done=_("Thank you. A link worker will get in touch."),
    )


def _letter(request: HttpRequest, person: UUID, plan: UUID) -> Any:
    _plan_is_shown(request, person)
    found = of_person(Plan, person, plan)
    return plan_paper.of_now(found, content_of(found), whose(person).name, on=timezone.localdate())


@never_cache
@require_safe
def to_print(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """My plan as a page to print."""
    pdf = reverse("pathway:own_pdf", args=[person, plan])
    back = reverse("pathway:own", args=[person])
    return as_page(request, _letter(request, person, plan), pdf=pdf, back=back, leave=True)


@never_cache
@require_safe
def pdf(request: HttpRequest, person: UUID, plan: UUID) -> HttpResponse:
    """My plan as PDF, also in large print."""
    return as_download(request, _letter(request, person, plan), "my-plan", request.GET.get("form", "standard"))
