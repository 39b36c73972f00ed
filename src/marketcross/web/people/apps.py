"""The people context."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "marketcross.web.people"
    label = "people"
    verbose_name = "People"

    def ready(self) -> None:
        """How somebody stands to a person is answered from here on, and the register's news has its names."""
        from . import events, relations  # noqa: F401 - register themselves
        from .exporting import merging  # noqa: F401 - says which of two requests is answered
        from .exporting import own as told  # noqa: F401 - says what the register holds about a person
        from .merging import own  # noqa: F401 - says how the register's own rows merge
