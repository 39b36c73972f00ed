"""The directory context."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "marketcross.web.directory"
    label = "directory"
    verbose_name = "Directory"
