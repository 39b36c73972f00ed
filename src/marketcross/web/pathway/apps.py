"""The pathway context."""

from django.apps import AppConfig


class PathwayConfig(AppConfig):
    name = "marketcross.web.pathway"
    label = "pathway"
    verbose_name = "Pathway"

    def ready(self) -> None:
        from . import subscriptions  # noqa: F401 - listens to the directory and the register
