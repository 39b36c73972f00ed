"""The pathway context."""

from django.apps import AppConfig


class PathwayConfig(AppConfig):
    name = "marketcross.web.pathway"
    label = "pathway"
    verbose_name = "Pathway"
