"""What somebody has to do next, and what they do about one person."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.pathway import actions
from marketcross.web.pathway.models import Introduction, Plan, UnmetPreference
from marketcross.web.pathway.queries import want_to_choice, work
from marketcross.web.pathway.queries.showing import want_words, what
from marketcross.web.people.queries import mine, people

from .asking import press
from .finding import may_plan, whose

Task = dict[str, Any]
NEWEST = 10  # people named on the page; all of them stand on "My people"


@never_cache
@require_safe
def my_work(request: HttpRequest) -> HttpResponse:
    """Owed needs first, then news for people, introductions and plans."""
    user, on = request.user, timezone.localdate()
    assert isinstance(user, User)
    context = {
        "needs": _named(work.needs_of(user, on), lambda n: n.outcome.plan.person_id, _need),
        "news": _named(_by_want(work.matches_of(user, on)), lambda ms: ms[0].preference.person_id, _news),
        "chosen": _named(work.chosen_without_a_line(user, on)[: work.MOST], lambda w: w.person_id, _chosen),
        "introductions": _named(work.introductions_of(user, on)[: work.MOST], lambda i: i.person_id, _introduction),
        "plans": _named(work.plans_of(user, on)[: work.MOST], lambda p: p.person_id, _plan),
        "waiting": work.waiting(user, on),
        "people": people(mine(user, on).order_by("-recorded_at", "pk").values_list("pk", flat=True)[:NEWEST]),
        "link_worker": user.has_role(Role.LINK_WORKER),
        "time": want_to_choice(on - timedelta(days=365), on + timedelta(days=1), people=mine(user, on)),
    }
    return render(request, "pathway/work.html", context)


def _named(records: Iterable[Any], whose: Any, task: Any) -> list[Task]:
    """A task for each record, with the person's name: three queries for the names of them all."""
    rows = list(records)
    names = {one.id: one.name for one in people({whose(row) for row in rows})}
    return [task(row, names.get(whose(row), "")) for row in rows]


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def _need(need: Any, name: str) -> Task:
    address = reverse("pathway:plan", args=[need.outcome.plan.person_id, need.outcome.plan_id])
    hint = _("%(words)s. Open since %(day)s") % {"words": need.outcome.words, "day": _day(need.opened_on)}
    return {"title": _("Not met: %(name)s") % {"name": name}, "href": address, "hint": hint, "status": _("Not met")}


def _by_want(matches: Iterable[Any]) -> list[list[Any]]:
    """The matches of each want together: one line for a person to be told of, however many services there are."""
    wants: dict[Any, list[Any]] = {}
    for match in matches:
        wants.setdefault(match.preference_id, []).append(match)
    return list(wants.values())[: work.MOST]


def _news(matches: list[Any], name: str) -> Task:
    want, told = matches[0].preference, all(match.state == "told" for match in matches)
    several = ngettext("%(count)s service", "%(count)s services", len(matches)) % {"count": len(matches)}
    service = matches[0].service_name if len(matches) == 1 else several
    title = _("Ask %(name)s about %(service)s") if told else _("Tell %(name)s about %(service)s")
    return {
        "title": title % {"name": name, "service": service},
        "href": reverse("pathway:preference", args=[want.person_id, want.pk]),
        "hint": _("Wanted since %(day)s: %(what)s") % {"day": _day(want.noted_on), "what": what(want.category)},
        "status": _("Waiting for an answer") if told else _("New"),
    }


def _chosen(want: UnmetPreference, name: str) -> Task:
    address = reverse("pathway:plan", args=[want.person_id, want.outcome.plan_id])  # type: ignore[union-attr]
    title = _("Put into %(name)s's plan: %(what)s") % {"name": name, "what": what(want.category)}
    return {"title": title, "href": address, "hint": want_words(want), "status": _("Chosen")}


def _introduction(introduction: Introduction, name: str) -> Task:
    return {
        "title": name,
        "href": reverse("pathway:introduction", args=[introduction.person_id, introduction.pk]),
        "hint": _("Introduced on %(day)s") % {"day": _day(introduction.introduced_on)},
        "status": introduction.get_state_display(),
    }


def _plan(plan: Plan, name: str) -> Task:
    return {
        "title": name,
        "href": reverse("pathway:plan", args=[plan.person_id, plan.pk]),
        "hint": _("%(kind)s, started on %(day)s") % {"kind": plan.get_of_display(), "day": _day(plan.started_on)},
        "status": plan.get_state_display(),
    }


@never_cache
@require_safe
def support(request: HttpRequest, person: UUID) -> HttpResponse:
    """One person: introductions, plans and what they still want."""
    who = whose(person)
    wants = UnmetPreference.objects.filter(person=who.id).order_by("-noted_on", "pk")
    context = {
        "who": who,
        "planning": may_plan(request),
        "introductions": Introduction.objects.filter(person=who.id).order_by("-introduced_on", "pk"),
        "plans": Plan.objects.filter(person=who.id).order_by("-started_on", "pk"),
        "wants": [{"want": want, "words": want_words(want)} for want in wants],
    }
    return render(request, "pathway/person.html", context)


@require_POST
def take(request: HttpRequest, introduction: UUID) -> HttpResponse:
    """A link worker takes an introduction from those that wait, and comes beside the person."""
    user, on = request.user, timezone.localdate()
    assert isinstance(user, User)
    found = get_object_or_404(Introduction, pk__in=[one.pk for one in work.waiting(user, on)] or [], pk=introduction)
    then = reverse("pathway:introduction", args=[found.person_id, found.pk])
    return press(
        request, lambda by, at: actions.take(by=by, at=at, introduction=found.pk), then=then,
        back=reverse("pathway:work"), done=_("You are now this person's link worker."),
    )  # fmt: skip
