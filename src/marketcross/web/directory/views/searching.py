"""Search, and a page for each service."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from marketcross.web.directory import queries
from marketcross.web.directory.feedback.showing import shown as feedback_shown
from marketcross.web.directory.forms.searching import SearchForm
from marketcross.web.directory.queries import Results, Terms
from marketcross.web.directory.registration.showing import shown

from .addresses import with_terms


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """One form and, once something was asked, what it found and how it looked further."""
    asking = bool(request.GET)
    form = SearchForm(request.GET) if asking else SearchForm()
    if not asking:
        return render(request, "directory/search.html", {"form": form, "missing": reverse("directory:want")})
    results = _found(form)
    if not results.place_known:
        form.add_error("where", _("We do not know this place. Check it, or try a postcode. We looked everywhere."))
    context = {"form": form, "results": results, "missing": missing(results.terms)}
    return render(request, "directory/search.html", context | {"understood": _understood(results)})


def _found(form: SearchForm) -> Results:
    asked = form.asked
    return queries.search(
        asked.get("q", ""),
        postcode=asked.get("where", ""),
        direct_payments=asked.get("direct_payments", False),
        **{name: asked.get(name, "") for name in ("category", "group", "time", "price")},
    )


def _understood(results: Results) -> list[str]:
    """The titles of the kinds that somebody's words were understood as."""
    found = (queries.category(code) for code in results.understood.categories)
    return [kind.title for kind in found if kind]


def missing(terms: Terms) -> str:
    """The address of "tell us it is missing", with what was matched and none of the words."""
    return with_terms(reverse("directory:want"), terms)


@require_safe
def service(request: HttpRequest, service: UUID) -> HttpResponse:
    """Everything that somebody asks before they call."""
    found = queries.service(service)
    if found is None or not found.listed:
        raise Http404
    context = {"service": found, "registration": shown(service), "feedback": feedback_shown(service)}
    return render(request, "directory/service.html", context)
