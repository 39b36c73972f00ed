"""The directory context."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "marketcross.web.directory"
    label = "directory"
    verbose_name = "Directory"

    def ready(self) -> None:
        from . import events, relations  # noqa: F401 - they register themselves
        from .advice import jobs  # noqa: F401 - registers itself
        from .feedback import relations as feedback  # noqa: F401 - registers itself
