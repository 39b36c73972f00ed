"""What every page knows: whose it is and where to turn in an emergency."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def council(request: HttpRequest) -> dict[str, Any]:
    """The council's name, contacts and mode, from the settings."""
    return {"council": settings.ENVIRONMENT, "demo": settings.ENVIRONMENT.mode == "demo"}
