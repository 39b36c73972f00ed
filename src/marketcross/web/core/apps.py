"""The core context."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "marketcross.web.core"
    label = "core"
    verbose_name = "Core"

    def ready(self) -> None:
        """The time of a sign-in is written by its action; Django's own silent write is switched off."""
        from django.contrib.auth.signals import user_logged_in

        from .cms import log  # noqa: F401 - connects itself
        from .uploads import standing  # noqa: F401 - registers itself

        user_logged_in.disconnect(dispatch_uid="update_last_login")
