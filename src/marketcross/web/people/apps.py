"""The people context."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "marketcross.web.people"
    label = "people"
    verbose_name = "People"
