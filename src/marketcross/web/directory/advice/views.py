"""Advice as everybody reads it, without an account and without script."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from marketcross.web.core.letters.answering import as_download

from . import queries
from .leaflet import leaflet
from .models import AdvicePage
from .search import MOST_LETTERS, find
from .showing import show


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All topics with their pages; or, with ``?q=``, the pages that say some words."""
    context = {"index": queries.index(), "topics": queries.topics(), "most": MOST_LETTERS}
    asked = request.GET.get("q")
    found = find(asked) if asked is not None else None
    return render(request, "directory/advice/index.html", context | {"found": found})


@require_safe
def topic(request: HttpRequest, topic: str) -> HttpResponse:
    """The pages of one topic."""
    found = queries.topic_at(topic)
    if found is None:
        raise Http404
    return render(request, "directory/advice/topic.html", {"topic": found.topic, "pages": found.pages})


@require_safe
def page(request: HttpRequest, topic: str, page: str) -> HttpResponse:
    """One page."""
    return show(request, _page(topic, page))


@require_safe
def easy_read(request: HttpRequest, topic: str, page: str) -> HttpResponse:
    """One page in easy read, where somebody wrote it so."""
    found = _page(topic, page)
    if not found.easy:
        raise Http404
    return show(request, found, easy=True)


@require_safe
def leaflet_pdf(request: HttpRequest, topic: str, page: str) -> HttpResponse:
    """One page as PDF: a leaflet, large print or easy read."""
    found = _page(topic, page)
    letter = leaflet(found, found.said_on(timezone.localdate()))
    return as_download(request, letter, found.slug, request.GET.get("form", "standard"))


def _page(topic: str, slug: str) -> AdvicePage:
    found = queries.page_at(topic, slug)
    if found is None:
        raise Http404
    return found
