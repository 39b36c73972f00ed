"""Statements for everybody."""

from csp.decorators import csp_exempt
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from marketcross.web.publishing import published


def statements(request: HttpRequest) -> HttpResponse:
    """Every published statement."""
    return render(request, "publishing/statements.html", {"statements": published.statements()})


@csp_exempt()
@cache_control(public=True, max_age=300)
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """One statement's page, as it was published, under the policy that it carries itself."""
    path = published.file(slug, "index.html")
    if path is None:
        raise Http404
    page = path.read_text(encoding="utf-8")
    return HttpResponse(page, headers={"Content-Security-Policy": published.policy(page)})


@cache_control(public=True, max_age=300)
def statement_file(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """A statement's PDF or data."""
    path = published.file(slug, name)
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), content_type=published.KINDS[path.suffix])
