"""Pages for what went wrong with the service itself; they ask neither session nor database: either may be down."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from marketcross.web.core.request import current_request_id


def broken(request: HttpRequest) -> HttpResponse:
    """Our fault: an unexpected error."""
    return _page("500.html", 500)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that is no request."""
    return _page("400.html", 400)


def _page(template: str, status: int) -> HttpResponse:
    context = {"council": settings.ENVIRONMENT, "reference": current_request_id()}
    return HttpResponse(render_to_string(template, context), status=status)
