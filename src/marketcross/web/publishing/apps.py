"""The publishing context."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "marketcross.web.publishing"
    label = "publishing"
    verbose_name = "Publishing"

    def ready(self) -> None:
        from . import subscriptions  # noqa: F401 - listens to the directory
