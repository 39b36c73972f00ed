"""Questions without an account; the answers go nowhere that their writer does not take them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.drafts.saving import save
from marketcross.web.core.drafts.working import keep_work, work_of
from marketcross.web.core.letters.answering import as_download, as_page
from marketcross.web.pathway import paper
from marketcross.web.pathway.forms.answers import AnswerForm
from marketcross.web.pathway.questions import QUESTIONS, WORK, Question, after, before, question_named


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What this is, what becomes of the answers, and the ways to begin."""
    return render(request, "pathway/start.html", {"first": QUESTIONS[0], "count": len(QUESTIONS)})


@never_cache
@sensitive_post_parameters("answer")
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, name: str) -> HttpResponse:
    """One question on a page of its own."""
    asked = question_named(name)
    if asked is None:
        raise Http404
    work, checking = work_of(request, WORK), "check" in request.GET
    form = AnswerForm(asked, request.POST or None, initial={"answer": work.answers.get(name, "")})
    if request.method == "POST" and form.is_valid():
        work.answers[name] = form.cleaned_data["answer"]
        if "save" in request.POST:
            return save(request, WORK, work, at=timezone.now())
        return keep_work(request, redirect(_next(asked, checking)), WORK, work)
    context = {"form": form, "back": _back(asked, checking), "number": QUESTIONS.index(asked) + 1}
    return render(request, "pathway/question.html", context | {"count": len(QUESTIONS)})


def _next(question: Question, checking: bool) -> str:
    following = None if checking else after(question)
    return _address(following) if following else reverse("pathway:answers")


def _back(question: Question, checking: bool) -> str:
    if checking:
        return reverse("pathway:answers")
    previous = before(question)
    return _address(previous) if previous else reverse("pathway:what_matters")


def _address(question: Question) -> str:
    return reverse("pathway:question", args=[question.name])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest) -> HttpResponse:
    """Check your answers; change, save, print or delete them."""
    work = work_of(request, WORK)
    if request.method == "POST":
        return save(request, WORK, work, at=timezone.now())
    rows = [
        {"key": one.asks, "value": work.answers.get(one.name, ""), "change": f"{_address(one)}?check"}
        for one in QUESTIONS
    ]
    return render(request, "pathway/answers.html", {"rows": rows, "kind": WORK, "any": any(work.answers.values())})


@never_cache
@require_safe
def answers_letter(request: HttpRequest) -> HttpResponse:
    """The answers as a page to print."""
    letter = paper.answers_letter(work_of(request, WORK).answers, on=timezone.localdate())
    return as_page(request, letter, pdf=reverse("pathway:answers_pdf"), back=reverse("pathway:answers"), leave=True)


@never_cache
@require_safe
def answers_pdf(request: HttpRequest) -> HttpResponse:
    """The answers as PDF, in the form that the address asks for."""
    letter = paper.answers_letter(work_of(request, WORK).answers, on=timezone.localdate())
    return as_download(request, letter, "what-matters-to-me", request.GET.get("form", "standard"))


@require_safe
def leaflet(request: HttpRequest) -> HttpResponse:
    """The questions to print and fill in by hand."""
    back = reverse("pathway:what_matters")
    return as_page(request, paper.leaflet(), pdf=reverse("pathway:leaflet_pdf"), back=back, leave=True)


@require_safe
def leaflet_pdf(request: HttpRequest) -> HttpResponse:
    """The leaflet as PDF: standard, large print or easy read."""
    return as_download(request, paper.leaflet(), "what-matters-leaflet", request.GET.get("form", "standard"))
