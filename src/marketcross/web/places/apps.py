"""The places context."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "marketcross.web.places"
    label = "places"
    verbose_name = "Places"
