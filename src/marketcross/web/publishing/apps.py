"""The publishing context."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "marketcross.web.publishing"
    label = "publishing"
    verbose_name = "Publishing"
