"""The pathway context."""

from django.apps import AppConfig


class PathwayConfig(AppConfig):
    name = "marketcross.web.pathway"
    label = "pathway"
    verbose_name = "Pathway"

    def _ready_later(self) -> None:
        from . import events  # noqa: F401 - subscribes to what the contexts below announce
