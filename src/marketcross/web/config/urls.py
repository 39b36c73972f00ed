"""The table of addresses: one line for each context."""

from django.urls import include, path
from wagtail.admin import urls as editors

urlpatterns = [
    path("", include("marketcross.web.core.urls")),
    path("", include("marketcross.web.publishing.urls")),
    path("", include("marketcross.web.pathway.urls")),
    path("", include("marketcross.web.people.urls")),
    path("", include("marketcross.web.commissioning.urls")),
    path("", include("marketcross.web.directory.urls")),
    path("", include("marketcross.web.places.urls")),
    path("cms/", include(editors)),
]
handler400 = "marketcross.web.core.views.problems.not_understood"
handler500 = "marketcross.web.core.views.problems.broken"
