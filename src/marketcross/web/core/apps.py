"""The core context."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "marketcross.web.core"
    label = "core"
    verbose_name = "Core"
