"""The commissioning context."""

from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    name = "marketcross.web.commissioning"
    label = "commissioning"
    verbose_name = "Commissioning"

    def ready(self) -> None:
        from . import relations  # noqa: F401 - registers itself
