"""The pathway context."""

from django.apps import AppConfig


class PathwayConfig(AppConfig):
    name = "marketcross.web.pathway"
    label = "pathway"
    verbose_name = "Pathway"

    def ready(self) -> None:
        from . import exporting, retention, subscriptions  # noqa: F401 - tell what is held; listen to those below
