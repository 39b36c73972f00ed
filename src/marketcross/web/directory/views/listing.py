"""List a group: five short pages, then check your answers. Before it is sent, only this browser can read it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.drafts.kinds import Kind
from marketcross.web.core.drafts.working import Work, drop_work, keep_work, work_of
from marketcross.web.core.models import User
from marketcross.web.directory import actions
from marketcross.web.directory.forms.listing import PAGES, GroupForm
from marketcross.web.directory.forms.saying import listing_from
from marketcross.web.directory.queries.organisations import organisations_of

WORK = Kind("list-your-group", _("List your group"), "directory:list_check")
NAMES = list(PAGES)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What a listing is, what it costs (nothing), and what to have ready."""
    first = reverse("directory:list_question", args=[NAMES[0]])
    return render(request, "directory/list_start.html", {"first": first, "count": len(NAMES)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, page: str) -> HttpResponse:
    """One short page."""
    if page not in PAGES:
        raise Http404
    work, checking = work_of(request, WORK), "check" in request.GET
    form = _form(request, page, request.POST if request.method == "POST" else _kept(work, page))
    if request.method == "POST" and form.is_valid():
        work.answers[page] = {name: request.POST.getlist(name) for name in form.fields}
        return keep_work(request, redirect(_next(page, checking)), WORK, work)
    context = {"form": form, "back": _back(page, checking), "number": NAMES.index(page) + 1, "count": len(NAMES)}
    return render(request, "directory/list_question.html", context)


def _form(request: HttpRequest, page: str, data: Mapping[str, Any] | None) -> forms.Form:
    more = {"own": _own(request)} if PAGES[page] is GroupForm else {}
    return PAGES[page](data, **more)


def _own(request: HttpRequest) -> dict[str, str]:
    assert isinstance(request.user, User)
    return {str(one.id): one.name for one in organisations_of(request.user, timezone.localdate())}


def _kept(work: Work, page: str) -> MultiValueDict[str, str] | None:
    return MultiValueDict(work.answers[page]) if page in work.answers else None


def _next(page: str, checking: bool) -> str:
    last = page == NAMES[-1]
    if checking or last:
        return reverse("directory:list_check")
    return reverse("directory:list_question", args=[NAMES[NAMES.index(page) + 1]])


def _back(page: str, checking: bool) -> str:
    if checking:
        return reverse("directory:list_check")
    at = NAMES.index(page)
    return reverse("directory:list_question", args=[NAMES[at - 1]]) if at else reverse("directory:list_group")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_answers(request: HttpRequest) -> HttpResponse:
    """See everything once more, and list it."""
    work = work_of(request, WORK)
    pages = {name: _form(request, name, _kept(work, name)) for name in PAGES}
    unfinished = next((name for name, form in pages.items() if not form.is_valid()), None)
    if unfinished:
        return redirect("directory:list_question", unfinished)
    if request.method == "POST":
        return _list(request, pages)
    cards = [{"title": form.title, "rows": list(_rows(name, form))} for name, form in pages.items()]  # type: ignore[attr-defined]
    return render(request, "directory/list_check.html", {"cards": cards, "back": _back_to_last()})


def _back_to_last() -> str:
    return reverse("directory:list_question", args=[NAMES[-1]])


def _list(request: HttpRequest, pages: Mapping[str, forms.Form]) -> HttpResponse:
    assert isinstance(request.user, User)
    by, at = Actor.of(request.user), timezone.now()
    said = {name: answer for form in pages.values() for name, answer in form.cleaned_data.items()}
    existing = said.get("existing", "new")
    if existing == "new":
        made = actions.list_organisation(
            by=by, at=at, name=said["organisation"], kind=said["kind"], member=request.user
        )
        existing = made.pk
    listed = actions.list_service(by=by, at=at, organisation=existing, listing=listing_from(said))
    drop_work(request, WORK)
    return redirect("directory:own_service", listed.pk)


def _rows(page: str, form: forms.Form) -> list[dict[str, str]]:
    change = f"{reverse('directory:list_question', args=[page])}?check"
    shown = ((field, said(field)) for field in form)
    return [{"key": str(field.label), "value": words, "change": change} for field, words in shown if words]


def said(field: forms.BoundField) -> str:
    """An answer in words; nothing where there is none."""
    value = field.form.cleaned_data[field.name]  # type: ignore[attr-defined]
    if isinstance(field.field, forms.ChoiceField):
        chosen = {str(one) for one in (value if isinstance(value, list) else [value])}
        return ", ".join(str(words) for code, words in _flat(field.field.choices) if str(code) in chosen and code)
    if isinstance(field.field, forms.BooleanField):
        return _("Yes") if value else ""
    return str(field.field.prepare_value(value) or "")


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    return [one for key, words in choices for one in (words if isinstance(words, list | tuple) else [(key, words)])]
