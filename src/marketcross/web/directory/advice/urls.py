"""The addresses of advice, among those of the directory."""

from django.urls import path

from . import views

ADDRESSES = [
    path("advice/", views.index, name="advice"),
    path("advice/<slug:topic>", views.topic, name="advice_topic"),
    path("advice/<slug:topic>/<slug:page>", views.page, name="advice_page"),
    path("advice/<slug:topic>/<slug:page>/easy-read", views.easy_read, name="advice_easy"),
    path("advice/<slug:topic>/<slug:page>/leaflet.pdf", views.leaflet_pdf, name="advice_leaflet"),
]
