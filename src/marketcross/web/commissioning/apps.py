"""The commissioning context."""

from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    name = "marketcross.web.commissioning"
    label = "commissioning"
    verbose_name = "Commissioning"
