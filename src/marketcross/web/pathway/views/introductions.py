"""A link worker's pages: introduce, begin, try things, write down what came of them, end."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.directory.queries import search
from marketcross.web.pathway import actions
from marketcross.web.pathway.forms import introductions as forms
from marketcross.web.pathway.models import Introduction, Step, Wellbeing
from marketcross.web.pathway.queries.showing import want_words
from marketcross.web.pathway.wellbeing import QUESTIONS, SOURCE, differences

from .asking import ask, press
from .finding import of_person, whose

asks = require_http_methods(["GET", "HEAD", "POST"])


def _address(introduction: Introduction) -> str:
    return reverse("pathway:introduction", args=[introduction.person_id, introduction.pk])


@never_cache
@asks
def introduce(request: HttpRequest, person: UUID) -> HttpResponse:
    """Somebody introduces the person; a link worker will take it up."""
    who = whose(person)
    return ask(
        request,
        forms.IntroduceForm(request.POST or None),
        lambda by, at, given: actions.introduce(by=by, at=at, person=who.id, **given),
        title=_("Introduce %(name)s to a link worker") % {"name": who.name},
        back=reverse("pathway:support", args=[who.id]),
        done=_("Introduced. A link worker will take it up."),
    )


@never_cache
@require_safe
def introduction(request: HttpRequest, person: UUID, introduction: UUID) -> HttpResponse:
    """All of one introduction."""
    found = of_person(Introduction, person, introduction)
    wants = found.preferences.order_by("noted_on", "pk")
    context = {
        "who": whose(person),
        "introduction": found,
        "steps": found.steps.order_by("suggested_on", "pk"),
        "wants": [{"want": want, "words": want_words(want)} for want in wants],
        "wellbeing": _compared(found),
        "source": SOURCE,
    }
    return render(request, "pathway/introduction.html", context)


def _compared(introduction: Introduction) -> dict[str, Any]:
    """The answers before and after, and the difference of each question."""
    given = {row.moment: {q.name: getattr(row, q.name) for q in QUESTIONS} for row in introduction.wellbeing.all()}
    before, after = given.get("before"), given.get("after")
    return {"before": before, "after": after, "rows": differences(before or {}, after or {})}


@never_cache
@asks
def begin(request: HttpRequest, person: UUID, introduction: UUID) -> HttpResponse:
    """The person's goal, in their words."""
    found = of_person(Introduction, person, introduction)
    return ask(
        request,
        forms.GoalForm(request.POST or None),
        lambda by, at, given: actions.begin(by=by, at=at, introduction=found.pk, **given),
        title=_("Begin with %(name)s") % {"name": whose(person).name},
        back=_address(found),
    )


@never_cache
@asks
def try_something(request: HttpRequest, person: UUID, introduction: UUID) -> HttpResponse:
    """Look in the directory, and put a service on the list of things to try."""
    found, who = of_person(Introduction, person, introduction), whose(person)
    if request.method == "POST":
        service = _key(request.POST.get("service", ""))
        return press(
            request, lambda by, at: actions.suggest_step(by=by, at=at, introduction=found.pk, service=service),
            then=_address(found), done=_("It is on the list of things to try."),
        )  # fmt: skip
    form = forms.SearchForm(request.GET or None, initial={"near": who.postcode})
    context = {"form": form, "who": who, "back": _address(found), "results": looked_for(form), "introduction": found}
    return render(request, "pathway/find.html", context)


def looked_for(form: forms.SearchForm) -> Any:
    """What the directory finds; nothing before somebody has asked."""
    if not form.is_valid() or not any(form.cleaned_data.values()):
        return None
    return search(form.cleaned_data["text"], postcode=form.cleaned_data["near"])


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


@never_cache
@asks
def step(request: HttpRequest, person: UUID, introduction: UUID, step: UUID) -> HttpResponse:
    """What came of a step."""
    found = of_person(Step, person, step, introduction=introduction)
    return ask(
        request,
        forms.ResultForm(request.POST or None, initial={"result": found.result}),
        lambda by, at, given: actions.record_result(by=by, at=at, step=found.pk, **given),
        title=found.service_name,
        back=_address(found.introduction),
    )


@never_cache
@asks
def wellbeing(request: HttpRequest, person: UUID, introduction: UUID, moment: str) -> HttpResponse:
    """The four questions, before or after."""
    found = of_person(Introduction, person, introduction)
    if moment not in Wellbeing.Moment.values:
        raise Http404
    kept = found.wellbeing.filter(moment=moment).first()
    initial = {question.name: getattr(kept, question.name) for question in QUESTIONS} if kept else {}
    titles = {"before": _("How the person is, before"), "after": _("How the person is, after")}
    return ask(
        request,
        forms.WellbeingForm(request.POST or None, initial=initial),
        lambda by, at, given: actions.record_wellbeing(
            by=by, at=at, introduction=found.pk, moment=moment, answers=given
        ),
        title=titles[moment],
        back=_address(found),
        about=_("There are no right or wrong answers. Any question may be left out."),
        source=SOURCE,
    )


@never_cache
@asks
def end(request: HttpRequest, person: UUID, introduction: UUID) -> HttpResponse:
    """The introduction ends."""
    found = of_person(Introduction, person, introduction)
    return ask(
        request,
        forms.EndIntroductionForm(request.POST or None),
        lambda by, at, given: actions.end_introduction(by=by, at=at, introduction=found.pk, **given),
        title=_("End this introduction"),
        back=_address(found),
    )
