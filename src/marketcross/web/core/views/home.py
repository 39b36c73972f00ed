"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marketcross.web.core.models import User
from marketcross.web.core.pages.ways import For, ways_for


def home(request: HttpRequest) -> HttpResponse:
    """Where everybody starts."""
    user = request.user if isinstance(request.user, User) else None
    return render(request, "core/home.html", {whom.value: ways_for(whom, user) for whom in For})
