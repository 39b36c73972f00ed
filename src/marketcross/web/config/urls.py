"""The table of addresses: one line for each context."""

from django.urls import include, path

urlpatterns = [
    path("", include("marketcross.web.core.urls")),
]
